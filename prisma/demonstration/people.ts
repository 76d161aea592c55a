import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { completeResidentId, sexOf } from '#domain/identifier/resident-id.js';
import type { ResidentId } from '#domain/identifier/resident-id.js';
import { parsePhone } from '#domain/identifier/phone.js';
import type { Phone } from '#domain/identifier/phone.js';

/** An invented person. */
export interface InventedPerson {
  readonly id: string;
  readonly name: string;
  readonly sex: 'MALE' | 'FEMALE';
  readonly birthDate: IsoDate;
  readonly idNo: ResidentId;
  readonly phone: Phone;
}

const SURNAMES =
  '李 王 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹'.split(' ');
const GIVEN = (
  '云舒 景行 知微 明远 若谷 清和 思齐 怀瑾 予安 令仪 嘉言 书衡 望舒 承泽 星阑 砚秋 ' +
  '语桐 亦辰 静姝 昭宁 子衿 锦程 沐阳 雨霏 乐章 慕白 行简 安澜 修远 映雪 若兰 致远 ' +
  '听澜 北辰 南乔 维桢 采薇 疏影 惟乐 德音 牧之 长卿 秉文 允恭 时雨 清扬 攸宁 既明 ' +
  '遥知 少游 同尘 扶摇 晚晴 初霁 见山 问渠 临川 望岳 归帆 溪亭 栖梧 拾光 晴川 云帆'
).split(' ');

const FIRST_BIRTH = parseIsoDate('1958-01-01');
const BIRTH_DAYS = 15_013; // a prime, so that 37 days apart never meet again: births until February 1999
const DAYS_APART = 37;

/**
 * The invented person with a number of their own (0 to 9999): always the same one. The identity number is valid in form only: its
 * sequence 996 to 999 is kept for people over a hundred, and the telephone number belongs to a range that no operator gives to people.
 */
export function inventPerson(id: string, serial: number, countyCode: string): InventedPerson {
  const birthDate = addCalendarDays(FIRST_BIRTH, (serial * DAYS_APART) % BIRTH_DAYS);
  const idNo = completeResidentId(`${countyCode}${birthDate.replaceAll('-', '')}99${6 + (serial % 4)}`);
  const surname = SURNAMES[serial % SURNAMES.length] ?? '';
  const given = GIVEN[(serial + Math.floor(serial / SURNAMES.length)) % GIVEN.length] ?? '';
  const phone = parsePhone(`1400000${String(serial).padStart(4, '0')}`);
  return { id, name: surname + given, sex: sexOf(idNo), birthDate, idNo, phone };
}
