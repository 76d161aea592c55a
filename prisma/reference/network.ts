/** A town or street of the 1+7+N network with the villages and communities below it. */
export interface NetworkTown {
  readonly key: string;
  readonly divisionCode: string;
  readonly name: string;
  readonly communities: readonly { readonly key: string; readonly divisionCode: string; readonly name: string }[];
}

const town = (key: string, code: string, name: string, ...communities: readonly (readonly [string, string])[]) => ({
  key,
  divisionCode: `330411${code}`,
  name,
  communities: communities.map(([suffix, community]) => ({
    key: `${key}-${suffix}`,
    divisionCode: `330411${code}${suffix}`,
    name: community,
  })),
});

/**
 * The network of Xiuzhou (秀洲区): 1 comprehensive committee, 7 service centres, N villages and communities (specification §16).
 * The code list has 9 towns and streets; two of them are looked after elsewhere, so the network is not derived from codes.
 */
export const XIUZHOU_NETWORK: readonly NetworkTown[] = [
  town('xincheng', '002', '新城街道', ['001', '亚都社区'], ['003', '里仁社区']),
  town('gaozhao', '005', '高照街道', ['001', '运河社区'], ['005', '秀清社区']),
  town('wangjiangjing', '101', '王江泾镇', ['001', '闻川社区'], ['221', '虹阳村']),
  town('youchegang', '103', '油车港镇', ['002', '油车港社区'], ['207', '胜丰村']),
  town('xincheng-zhen', '104', '新塍镇', ['009', '凤舞社区'], ['214', '康和桥村']),
  town('wangdian', '105', '王店镇', ['001', '梅秀社区'], ['205', '南梅村']),
  town('honghe', '106', '洪合镇', ['001', '横泾桥社区'], ['207', '洪合村'], ['206', '泰石桥村']),
];
