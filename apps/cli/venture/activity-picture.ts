import { createHash } from 'node:crypto';

import sharp from 'sharp';

/** A picture of an activity. */
interface ActivityPicture {
  /** A JPEG. */
  readonly bytes: Uint8Array;
  /** What is to be seen on it. */
  readonly caption: string;
}

interface Motif {
  readonly caption: string;
  /** SVG elements on a sheet of WIDTH x HEIGHT, in front of the light of the day. */
  readonly draw: (hue: number) => string;
}

const [WIDTH, HEIGHT] = [960, 640];
const QUALITY = 80;
/** From the green to the blue of a clear day. */
const CLEAR = { from: 150, hues: 80 } as const;

/**
 * The picture in that place of a project's, from 0: drawn, so that nobody is on it and nobody has to agree. Every project has light of its own. As a
 * telephone does, it notes beside the picture what it belongs to; so no two files are the same.
 */
export async function activityPicture(caseNo: string, place: number): Promise<ActivityPicture> {
  const { caption, draw } = MOTIFS[place % MOTIFS.length] ?? HOUSE;
  const about = `${caseNo} ${place}`;
  const hue = CLEAR.from + (createHash('sha256').update(about).digest().readUInt16BE() % CLEAR.hues);
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${lightOf(hue)}${draw(hue)}</svg>`;
  const picture = sharp(Buffer.from(drawn)).withExif({ IFD0: { ImageDescription: about } });
  return { bytes: await picture.jpeg({ quality: QUALITY }).toBuffer(), caption };
}

const lightOf = (hue: number): string =>
  `<linearGradient id="light" x2="0" y2="1"><stop stop-color="hsl(${hue},55%,70%)"/><stop offset="1" stop-color="hsl(${hue},60%,93%)"/></linearGradient>
   <rect width="960" height="640" fill="url(#light)"/>`;

const hills = (hue: number): string =>
  `<circle cx="${120 + 9 * (hue - CLEAR.from)}" cy="130" r="52" fill="#fff6d8"/>
   <path d="M0 400Q170 250 360 370T700 330T960 380V640H0z" fill="hsl(${hue},28%,62%)"/>`;

const tree = (x: number, y: number): string =>
  `<path d="M${x - 8} ${y}h16v-90h-16z" fill="#6b4f3a"/><circle cx="${x}" cy="${y - 130}" r="68" fill="#4f8a5b"/>
   <circle cx="${x + 30}" cy="${y - 105}" r="48" fill="#5f9c69"/>`;

const HOUSE: Motif = {
  caption: '社区活动中心，白墙灰瓦，门前有两棵树（示意图）',
  draw: (hue) =>
    `${hills(hue)}<path d="M0 500H960V640H0z" fill="#93a978"/><path d="M300 330H660V530H300z" fill="#f7f4ec"/>
     <path d="M262 340L320 240H640L698 340z" fill="#59636b"/><path d="M445 400h70v130h-70z" fill="#9c4a35"/>
     <path d="M340 385h70v65h-70zM550 385h70v65h-70z" fill="#8fb3c4"/><path d="M430 530h100l60 110H370z" fill="#d9d0bd"/>${tree(190, 540)}${tree(780, 550)}`,
};

const RIVER: Motif = {
  caption: '河上的石拱桥和一条小船，远处是山（示意图）',
  draw: (hue) =>
    `${hills(hue)}<path d="M0 420H960V640H0z" fill="hsl(${hue},38%,52%)"/>
     <path d="M90 470Q440 210 790 470H650Q440 310 230 470z" fill="#b9b2a5"/><path d="M90 470Q440 210 790 470" fill="none" stroke="#837c70" stroke-width="16"/>
     <path d="M430 530h250q-25 55-80 55H500q-50 0-70-55z" fill="#70482f"/><path d="M500 530q50-80 110 0z" fill="#caa46a"/>
     <path d="M60 560h190M730 600h170M180 615h120" stroke="#ffffff" stroke-opacity=".5" stroke-width="6"/>`,
};

const ROOM: Motif = {
  caption: '活动室里的长桌，桌上摆着茶杯和绿植（示意图）',
  draw: (hue) =>
    `<path d="M0 0H960V640H0z" fill="hsl(${hue},32%,88%)"/><path d="M0 500H960V640H0z" fill="#c9a981"/>
     <path d="M330 70h300v220H330z" fill="url(#light)" stroke="#ffffff" stroke-width="16"/><path d="M480 70v220" stroke="#ffffff" stroke-width="10"/>
     <path d="M120 420h720v36H120zM170 456h34v140h-34zM756 456h34v140h-34z" fill="#7c5638"/>
     <path d="M250 375h56l-8 45h-40zM640 375h56l-8 45h-40zM540 375h56l-8 45h-40z" fill="#fbfaf5"/>
     <path d="M400 360h76l-12 60h-52z" fill="#a8563c"/><path d="M438 360Q380 330 372 270Q430 290 438 360Q440 270 495 250Q505 320 438 360" fill="#4f8a5b"/>`,
};

const MOTIFS: readonly Motif[] = [HOUSE, RIVER, ROOM];
