const reasons: readonly (readonly [RegExp, string])[] = [
  [/^\d{1,2}:\d{2}$/, 'Нет секунд'],
  [/^(2[4-9]|[3-9]\d):\d{2}:\d{2}$/, 'Часы бывают от 00 до 23'],
  [/^\d{1,2}:[6-9]\d:\d{2}$/, 'Минуты бывают от 00 до 59'],
  [/^\d{1,2}:\d{2}:[6-9]\d$/, 'Секунды бывают от 00 до 59'],
  [/^\d{1,2}:\d{1,2}:\d{1,2}$/, 'Часам, минутам и секундам нужно по две цифры'],
  [/[ap]\.?m\.?$/i, 'Время записано по двенадцатичасовому счёту'],
  [/^0[.,]\d+$/, 'Так Excel хранит время: задайте столбцу формат времени ЧЧ:ММ:СС и сохраните файл снова'],
  [/[zZ]$|[+-]\d{2}:?\d{2}$/, 'Часовой пояс лишний: время местное'],
  [/^\d{2}:\d{2}:\d{2}[.,]\d+$/, 'Доли секунды лишние'],
]

/** What is wrong with a time, where that can be said, in Russian and without a full stop. */
export const whyTime = (text: string): string | undefined => reasons.find(([form]) => form.test(text))?.[1]

/** What follows the date in a cell of both. */
export const timePart = (text: string): string => /^\d{2}([.-])\d{2}\1\d{4}\s+(.*)$/s.exec(text)?.[2] ?? text
