const monthNames = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'.split('|')
const two = (part: string | number): string => String(part).padStart(2, '0')
const millisecondsOfDay = 86_400_000

const isDay = (day: string, month: string, year: string): boolean => {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
}

/** There is no such day, though it is written by the form. */
function noSuchDay(day = '', month = '', year = ''): string | undefined {
  if (isDay(day, month, year)) return undefined
  const name = monthNames[Number(month) - 1]
  return name ? `${Number(day)} ${name} ${year} года не бывает.` : `Месяца «${month}» не бывает. Нужен вид ДД.ММ.ГГГГ.`
}

/** The day that a spreadsheet keeps as this number, in days since 30.12.1899; numbers not from 2010 to 2099 are no dates. */
function dayOfSerial(serial = ''): string | undefined {
  const number = Number(serial)
  if (number < 40_179 || number >= 73_051) return undefined
  const date = new Date(Date.UTC(1899, 11, 30) + number * millisecondsOfDay)
  const day = `${two(date.getUTCDate())}.${two(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`
  return `Так Excel хранит дату ${day}: задайте столбцу формат даты ДД.ММ.ГГГГ и сохраните файл снова.`
}

type Say = (...parts: string[]) => string | undefined
const reasons: readonly (readonly [RegExp, Say])[] = [
  [/^(\d{2})\.(\d{2})\.(\d{4})(?!\d)/, noSuchDay],
  [/^(\d{2})-(\d{2})-(\d{4})(?!\d)/, noSuchDay],
  [/^\d{2}([.-])\d{2}\1\d{4}\S/, () => 'Между датой и временем нужен пробел: ДД.ММ.ГГГГ ЧЧ:ММ:СС.'],
  [
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})/,
    (year, month = '', day = '') =>
      `Дата записана как ГГГГ-ММ-ДД. Нужен вид ДД.ММ.ГГГГ: ${two(day)}.${two(month)}.${year}.`,
  ],
  [
    /^(\d{1,2})[.-](\d{1,2})[.-](\d{4})/,
    (day = '', month = '', year = '') =>
      day.length + month.length < 4 ? `Дню и месяцу нужно по две цифры: ${two(day)}.${two(month)}.${year}.` : undefined,
  ],
  [/^\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)/, () => 'Год нужен четырьмя цифрами. Нужен вид ДД.ММ.ГГГГ.'],
  [/^\d{1,2}\/\d{1,2}\/\d{4}/, () => 'Вместо косой черты нужны точки, сначала день: ДД.ММ.ГГГГ.'],
  [/^(\d{5})(?:[.,]\d+)?$/, dayOfSerial],
  [/^#+$/, () => 'Так Excel показывает дату, которой узок столбец: расширьте его и сохраните файл снова.'],
]

/** What is wrong with a date, where that can be said, in Russian. */
export function whyDate(text: string): string | undefined {
  for (const [form, say] of reasons) {
    const found = form.exec(text)
    const said = found && say(...found.slice(1))
    if (said) return said
  }
  return undefined
}

/** What is wrong with a date in a cell that is for the date alone. */
export function whyDateAlone(text: string): string | undefined {
  const time = /^\d{2}([.-])\d{2}\1\d{4} +(\d{1,2}:\d{2}(?::\d{2})?)$/.exec(text)?.[2]
  return whyDate(text) ?? (time && `В ячейке даты стоит и время ${time}: перенесите его в столбец «Время».`)
}
