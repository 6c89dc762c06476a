/** `[^\d.!?]` keeps to the same sentence; a dot after a short word («тел.», «№.») does not end one. */
const BETWEEN = String.raw`(?:[^\d.!?]|(?<=[\p{L}№]{1,6})\.){0,40}$`

/** Whether a word stands before a number, in the same sentence and with no other number between. */
export const named = (words: string): RegExp => new RegExp(String.raw`(?<![\p{L}])(?:${words})${BETWEEN}`, 'u')

/** What is counted in a register of the authority, not of the person: its number is needed to find the case. */
const CASES = [
  'заявлени',
  'обращени',
  'запрос',
  'жалоб',
  'талон',
  'тикет',
  'заявк',
  'дел[оауе](?![\\p{L}])',
  'договор',
  'контракт',
  'приказ',
  'постановлени',
  'распоряжени',
  'закон',
  'указ',
  'письм',
  'уведомлени',
  'квитанци',
  'протокол',
  'заказ',
  'накладн',
  'отправлени',
  'посылк',
  'трек',
  'чек(?![\\p{L}]{3})',
  'плат[её]ж',
  'поручени',
  'начислени',
  'штраф',
  'услуг',
  'выписк',
  'уин',
  'кбк',
  'огрн',
  'октмо',
  'окато',
  'бик',
  'кпп',
  'кадастров',
  'ид(?![\\p{L}])',
  'id(?![\\p{L}])',
  'вх(?![\\p{L}])',
  'исх(?![\\p{L}])',
  'кабинет',
  'каб(?![\\p{L}])',
  'окн[оаеу]',
  'форм[аеуы](?![\\p{L}])',
].join('|')

/** A number that belongs to a case: «заявление № 1234», «номер обращения: 12/34», «дело 5-12/2026». */
const OF_A_CASE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${CASES})[\p{L}-]*(?:\s+(?:от|на|по|о|об|за|под|с|в|мфц|епгу|рпгу|фнс|\p{L}+ого|\p{L}+ии|\p{L}+ия))*` +
    String.raw`\s*(?:№|n|no|номер\p{L}*|за номером)?\s*[.:№–-]?\s*$`,
  'u',
)
export const belongsToCase = (before: string): boolean => OF_A_CASE.test(before)

const NUMBERED = /(?:№|(?<!\p{L})n[o°]?|номер\p{L}*)\s*[:.–-]?\s*$/u
/** «№ 123», «номер 123». */
export const isNumbered = (before: string): boolean => NUMBERED.test(before)
