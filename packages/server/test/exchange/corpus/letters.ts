import { type Case, event, events, inPage, rating, ratings, request, requests } from './case.ts'

const prose = ['Всё хорошо', 'Долго ждали ответа', 'Окно закрыто', 'Спасибо сотрудникам отдела', 'Не приняли документы']
const reviews = ratings(...prose.map((text, i) => rating(`О-${i}`, text)))
const reviewed: Case['stored'] = ['SELECT review FROM stage_ratings ORDER BY row', prose.map((review) => ({ review }))]
const russian = events(event('З-1')).replace(
  'request_id;section;item;status;date;time',
  'Уникальный номер запроса;Раздел;Пункт;Код статуса;Дата;Время',
)
const pages = [
  ['CP866', 'ibm866'],
  ['KOI8-R', 'koi8-r'],
  ['MacCyrillic', 'x-mac-cyrillic'],
] as const
const utf8 = (text: string): Buffer => Buffer.from(text)
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const asWindows1251 = (text: string): string => new TextDecoder('windows-1251').decode(utf8(text))

/** Letters that are not what they should be. */
export const letterCases: readonly Case[] = [
  ...pages.flatMap(([name, label]): Case[] => [
    {
      name: `${name}, titles in English`,
      files: { 'о.csv': inPage(label, reviews) },
      rows: [5, 5, 0],
      codes: { other_encoding: 1 },
      said: [`в кодировке ${name}`],
      stored: reviewed,
    },
    {
      name: `${name}, titles in Russian`,
      files: { 'х.csv': inPage(label, russian) },
      rows: [1, 1, 0],
      codes: { other_encoding: 1 },
      stored: ['SELECT request_id, section FROM stage_events', [{ request_id: 'З-1', section: 'МФЦ' }]],
    },
  ]),
  {
    name: 'Windows-1251 is of the format: no note',
    files: { 'о.csv': inPage('windows-1251', reviews) },
    rows: [5, 5, 0],
    stored: reviewed,
  },
  {
    name: 'abbreviations alone are Windows-1251',
    files: { 'з.csv': inPage('windows-1251', requests(request('АБВ-1', 'ЕПГУ'), request('ГДЖ-2', 'МФЦ'))) },
    rows: [2, 2, 0],
    stored: ['SELECT request_id FROM stage_requests ORDER BY row', [{ request_id: 'АБВ-1' }, { request_id: 'ГДЖ-2' }]],
  },
  ...[Buffer.from(reviews, 'utf16le'), bigEndian(reviews)].map(
    (bytes, i): Case => ({
      name: `UTF-16 without a mark, ${i === 0 ? 'little' : 'big'} end first`,
      files: { 'о.csv': bytes },
      rows: [5, 5, 0],
      codes: { other_encoding: 1 },
      said: ['UTF-16'],
      stored: reviewed,
    }),
  ),
  {
    name: 'UTF-16 with a mark',
    files: { 'о.csv': Buffer.from(`\uFEFF${reviews}`, 'utf16le') },
    rows: [5, 5, 0],
    codes: { other_encoding: 1 },
    stored: reviewed,
  },
  {
    name: 'UTF-16 that was cut in the middle of a letter',
    files: { 'о.csv': Buffer.from(reviews, 'utf16le').subarray(0, -1) },
    rows: [0, 0, 0],
    refused: ['bad_encoding'],
    said: ['UTF-16', 'повреждён'],
  },
  {
    name: 'two encodings in one file',
    files: {
      'о.csv': Buffer.concat([utf8(reviews), inPage('windows-1251', `${rating('О-9', 'Хорошо')}\r\n`)]),
      'р.csv': Buffer.concat([inPage('windows-1251', reviews), utf8(`${rating('О-9', 'Хорошо')}\r\n`)]),
    },
    rows: [0, 0, 0],
    refused: ['bad_encoding', 'bad_encoding'],
    said: [/в другой кодировке.*Строка 7 файла\./],
  },
  {
    name: 'UTF-8 that was read twice, in every column of text',
    files: {
      'о.csv': ratings(rating('О-1', asWindows1251('Очень вежливо')), rating('О-2', 'Очень вежливо')),
      'з.csv': requests(request('З-1', asWindows1251('Отдел выдачи')), request(asWindows1251('Заявка-1'))),
      'у.csv': `service_id;name\r\n1;${asWindows1251('Выдача справок')}\r\n`,
    },
    rows: [5, 1, 4],
    codes: { damaged_text: 4 },
    said: ['о.csv, строка 2, review', 'было «Очень вежливо»', 'было «Отдел выдачи»'],
  },
  {
    name: 'UTF-8 read as Western European, and Windows-1251 read as that',
    files: {
      'о.csv': ratings(
        rating('О-1', new TextDecoder('windows-1252').decode(utf8('Вежливо'))),
        rating('О-2', new TextDecoder('windows-1252').decode(inPage('windows-1251', 'Вежливо'))),
      ),
    },
    rows: [2, 0, 2],
    codes: { damaged_text: 2 },
    said: ['было «Вежливо»'],
  },
  {
    name: 'letters that became question marks, or the sign of a lost letter',
    files: {
      'о.csv': ratings(
        rating('О-1', '?????? ? ????'),
        rating('О-2', 'Что??? Почему так???'),
        rating('О-3', 'Хоро\uFFFDо'),
        rating('О-4', '???'),
      ),
    },
    rows: [4, 2, 2],
    codes: { damaged_text: 2 },
    said: ['строка 2, review', 'строка 4, review', 'вопросительными знаками'],
  },
  {
    name: 'a closed list in question marks says so',
    files: { 'з.csv': requests('З-1;007;????;31;;;;;') },
    rows: [1, 0, 1],
    codes: { unknown_channel: 1 },
    said: ['вопросительными знаками'],
  },
  {
    name: 'letters of two signs are the letters',
    files: {
      'з.csv': requests(request('Край-1').replace(';31;', ';Алтайский край;')).normalize('NFD'),
      'х.csv': events(event('Край-1')),
    },
    rows: [2, 2, 0],
    codes: { unseen_characters: 1 },
    said: ['з.csv, строка 2'],
    stored: [
      'SELECT r.region AS region FROM stage_requests AS r INNER JOIN stage_events AS e USING (request_id)',
      [{ region: '22' }],
    ],
  },
  {
    name: 'what nobody sees is no part of a number',
    files: { 'х.csv': events(event('З\u200B-\u00AD1'), event('З-1\u2060', '12.03.2026;09:31:00'), event('З-2')) },
    rows: [3, 3, 0],
    codes: { unseen_characters: 2 },
    said: ['х.csv, строка 2', 'х.csv, строка 3'],
    stored: [
      'SELECT DISTINCT request_id FROM stage_events ORDER BY request_id',
      [{ request_id: 'З-1' }, { request_id: 'З-2' }],
    ],
  },
  {
    name: 'Latin letters in Russian words of closed lists',
    files: {
      'з.csv': requests(
        request('З-1').replace('МФЦ', 'MФЦ'),
        request('З-2').replace(';Ж;', ';M;'),
        request('З-3').replace(';31;', ';Mосква;'),
        request('З-4').replace('ФЛ', 'ФЛ\u200B'),
      ),
      'х.csv': events(event('З-1').replace('МФЦ', 'MФЦ'), 'З-1;МФЦ;6a;;12.03.2026;09:30:00'),
    },
    rows: [6, 2, 4],
    codes: { unknown_channel: 1, bad_gender: 1, unknown_region: 1, unknown_section: 1, unseen_characters: 1 },
    said: ['«M» (U+004D)', /з\.csv, строка 3, gender: .*латинские буквы/i],
  },
]
