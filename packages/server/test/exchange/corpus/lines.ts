import { type Case, event, events, rating, request, requests } from './case.ts'

const five = [1, 2, 3, 4, 5].map((n) => rating(`О-${n}`, 'Хорошо'))
const withReview = (n: number, review: string): string => five.with(n - 1, rating(`О-${n}`, review)).join('\r\n')
const header = 'request_id;rated_at;score;review\r\n'
const ids: Case['stored'] = [
  'SELECT request_id FROM stage_ratings ORDER BY row',
  [1, 2, 3, 4, 5].map((n) => ({ request_id: `О-${n}` })),
]

/** Lines and cells that end where they should not. */
export const lineCases: readonly Case[] = [
  {
    name: 'a quote that another row closes',
    files: {
      'о.csv': `${header}${[rating('О-1', '"Долго'), ...five.slice(1, 3), rating('О-4', 'ждал"'), five[4]].join('\r\n')}`,
    },
    rows: [5, 5, 0],
    codes: { stray_quote: 1 },
    said: ['о.csv, строка 2'],
    stored: ids,
  },
  {
    name: 'a quote that opens a cell which another quote opens',
    files: {
      'о.csv': `${header}${[...five.slice(0, 1), rating('О-2', '"Долго'), five[2], rating('О-4', '"Хорошо"'), five[4]].join('\r\n')}`,
    },
    rows: [5, 5, 0],
    codes: { stray_quote: 1 },
    said: ['о.csv, строка 3'],
    stored: ids,
  },
  {
    name: 'a quote that nothing closes, in the last row and before it',
    files: {
      'а.csv': header + withReview(2, '"Долго'),
      'б.csv': header + withReview(5, '"Долго').replaceAll('О-', 'П-'),
    },
    rows: [10, 10, 0],
    codes: { stray_quote: 2 },
    said: ['а.csv, строка 3', 'б.csv, строка 6'],
  },
  {
    name: 'a quote in the first column, and in a middle one',
    files: {
      'а.csv': `${header}"${five.join('\r\n')}`,
      'з.csv': requests(request('З-1', '"Отдел'), request('З-2'), request('З-3')),
    },
    rows: [8, 8, 0],
    codes: { stray_quote: 2 },
  },
  {
    name: 'a cell of several lines is one cell, the lines after it keep their numbers',
    files: {
      'о.csv': `${header}${withReview(1, '"Ждал\r\nдолго;\r\nочень"')}\r\n${rating('О-6', 'Хорошо', '9')}\r\n`,
    },
    rows: [6, 5, 1],
    codes: { bad_score: 1 },
    said: ['о.csv, строка 9, score'],
    stored: ids,
  },
  {
    name: 'quotes written with a backslash',
    files: {
      'о.csv': `${header}${withReview(1, '"Сказали \\"завтра\\"; ушёл"')}\r\n${rating('О-6', '"Сказали \\"завтра\\""')}\r\n`,
    },
    rows: [6, 6, 0],
    codes: { backslash_quote: 2 },
    stored: [
      "SELECT review FROM stage_ratings WHERE review LIKE '%завтра%' ORDER BY row",
      [{ review: 'Сказали "завтра"; ушёл' }, { review: 'Сказали "завтра"' }],
    ],
  },
  {
    name: 'rows of delimiters alone',
    files: {
      'з.csv': requests(request('З-1'), ';;;;;;;;', ' ; ;;;;;;;', request('З-2'), '"";"";"";"";"";"";"";"";""'),
    },
    rows: [2, 2, 0],
    codes: { empty_row: 3 },
    said: ['з.csv, строка 3', 'з.csv, строка 6'],
  },
  {
    name: 'lines that end with CR CR LF',
    files: { 'х.csv': events(event('З-1'), event('З-2')).replaceAll('\r\n', '\r\r\n') },
    rows: [2, 2, 0],
    codes: { odd_line_ends: 1 },
  },
  {
    name: 'the sign that ends a file of DOS, on a line of its own and after the last cell',
    files: { 'х.csv': `${events(event('З-1'))}\x1A`, 'ц.csv': `${events(event('З-2')).trimEnd()}\x1A\x1A\r\n` },
    rows: [2, 2, 0],
    codes: { end_of_file_sign: 2 },
  },
  {
    name: 'a hint for Excel before the header',
    files: { 'з.csv': `sep=;\r\n${requests(request('З-1'), request('З-2').replace('МФЦ', '?'))}` },
    rows: [2, 1, 1],
    codes: { sep_line: 1, unknown_channel: 1 },
    said: ['з.csv, строка 4, submission_channel'],
  },
  {
    name: 'a title, a blank line and numbers of columns around the header',
    files: {
      'х.csv': `Сведения за 12.03.2026;;;;;\r\n\r\n${events('1;2;3;4;5;6', event('З-1'), event('З-2', '31.02.2026;'))}`,
    },
    rows: [2, 1, 1],
    codes: { title_rows: 1, bad_date: 1 },
    said: ['«Сведения за 12.03.2026», «1;2;3;4;5;6»', 'х.csv, строка 6, date', '31 февраля 2026 года не бывает'],
  },
  {
    name: 'bars between the cells',
    files: { 'х.csv': events(event('З-1')).replaceAll(';', '|') },
    rows: [1, 1, 0],
    codes: { pipe_delimiter: 1 },
  },
  {
    name: 'a quote that opens the header is no stray one',
    files: { 'х.csv': `"${events(event('З-1'))}` },
    rows: [0, 0, 0],
    refused: ['unclosed_quote'],
    said: ['в строке 1 файла'],
  },
]
