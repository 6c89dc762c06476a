/**
 * What an identifier must not be: regular expressions in the common part of JavaScript's (flag `u`) and RE2, in which the
 * database asks them. Each stands for a whole cell.
 */
/** Between words and groups of digits. */
const gap = '[ \u00A0]'
const word = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?'
const latinWord = '[A-Z][a-z]+(?:-[A-Z][a-z]+)?'
const capitals = '[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})?'

/**
 * Digits alone are nobody's phone or СНИЛС for certain: numbers of requests are written so too. A sign, brackets or the usual
 * groups make them one.
 */
const personal: Readonly<Record<string, string>> = {
  mail: '[^@\\s]+@[^@\\s]+[.][^@\\s.]{2,}',
  phone: '[+]7[ \u00A0-]?[(]?[0-9]{3}[)]?[ \u00A0-]?[0-9]{3}[ \u00A0-]?[0-9]{2}[ \u00A0-]?[0-9]{2}|[+][0-9]{10,14}',
  phoneInGroups:
    '[78](?:[ \u00A0-][0-9]{3}[ \u00A0-]|[ \u00A0-]?[(][0-9]{3}[)][ \u00A0-]?)[0-9]{3}[ \u00A0-]?[0-9]{2}[ \u00A0-]?[0-9]{2}|[(][0-9]{3}[)][ \u00A0-]?[0-9]{3}-?[0-9]{2}-?[0-9]{2}',
  snils: '[0-9]{3}-[0-9]{3}-[0-9]{3}[ \u00A0-][0-9]{2}',
  passport: `[0-9]{2}${gap}?[0-9]{2}${gap}[0-9]{6}`,
  name: `${word}(?:${gap}${word}){1,2}|${word}${gap}[А-ЯЁ][.]${gap}?(?:[А-ЯЁ][.]?)?|${latinWord}(?:${gap}${latinWord}){1,2}`,
  nameInCapitals: `${capitals}${gap}${capitals}${gap}[А-ЯЁ]*(?:ВИЧ|ВНА|ЬИЧ|ИНИЧНА|ОГЛЫ|КЫЗЫ)`,
}
export const personalPattern = `^(?:${Object.values(personal).join('|')})$`

/** How Excel writes a number of more digits than it can hold: the last of them are lost. */
export const excelNumberPattern = '^[+-]?[0-9](?:[.,][0-9]+)?[Ee][+-][0-9]{1,3}$'

const isPersonal = new RegExp(personalPattern, 'u')
const isExcelNumber = new RegExp(excelNumberPattern, 'u')
/** Whether the text is plainly a phone, an e-mail, a СНИЛС, a passport's number or a person's name. */
export const looksPersonal = (text: string): boolean => isPersonal.test(text)
export const looksExcelNumber = (text: string): boolean => isExcelNumber.test(text)
