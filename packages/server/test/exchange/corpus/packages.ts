import { gzipSync } from 'node:zlib'
import { type Case, event, events, request, requests } from './case.ts'

const whole = requests(request('З-1'))
const compound = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(600),
  ])
const foreign = (name: string, file: string, content: string | Buffer, code: string, said: string): Case => ({
  name,
  files: { [file]: content },
  rows: [0, 0, 0],
  refused: [code],
  said: [said],
})

/** Files that are something else, headers that are nearly right, what lies beside the data. */
export const packageCases: readonly Case[] = [
  foreign(
    'a web page called XLS',
    'т.xls',
    '<html><table><tr><td>request_id</td></tr></table>',
    'no_known_kind',
    'HTML',
  ),
  foreign('a page behind a byte order mark', 'т.xls', '\uFEFF\r\n<!DOCTYPE html>\n<html>', 'no_known_kind', 'HTML'),
  foreign('a page with its pictures', 'т.xls', 'MIME-Version: 1.0\r\nContent-Type: multipart', 'no_known_kind', 'HTML'),
  foreign('JSON', 'т.csv', '[{"request_id":"З-1"}]', 'no_known_kind', 'Это JSON'),
  foreign('JSON of one object', 'т.csv', '{ "rows": [] }', 'no_known_kind', 'Это JSON'),
  foreign('XML', 'т.csv', '<?xml version="1.0"?><rows/>', 'no_known_kind', 'Это XML'),
  foreign(
    'a workbook in XML',
    'т.xls',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>',
    'bad_workbook',
    'XML 2003',
  ),
  foreign('an old workbook', 'т.xls', compound('Workbook'), 'bad_workbook', '97–2003'),
  foreign('a workbook under a password', 'т.xlsx', compound('EncryptedPackage'), 'bad_workbook', 'паролем'),
  foreign('an old document', 'т.doc', compound('WordDocument'), 'no_known_kind', 'документ'),
  foreign('a page to print', 'т.pdf', '%PDF-1.7\n', 'no_known_kind', 'Это PDF'),
  foreign(
    'a program that unpacks itself',
    'т.exe',
    Buffer.from(`MZ${'\0'.repeat(100)}PK\x03\x04`),
    'unsafe_archive',
    'самораспаковывающийся',
  ),
  foreign('gzip', 'т.gz', gzipSync(whole), 'unsafe_archive', 'gzip'),
  {
    name: 'one table with columns of three kinds',
    files: {
      'т.csv':
        'request_id;service_id;submission_channel;region;section;status;date;time;score\r\nЗ-1;007;МФЦ;31;МФЦ;1009;12.03.2026;09:30:00;5\r\n',
    },
    rows: [0, 0, 0],
    refused: ['mixed_kinds'],
    said: ['«Ход запросов» (events)', '«Запросы и заявители» (requests)', '«score»'],
  },
  {
    name: 'a column of another kind beside the right ones',
    files: { 'х.csv': 'request_id;section;item;date;time;gender\r\nЗ-1;МФЦ;9;12.03.2026;09:30:00;Ж\r\n' },
    rows: [1, 1, 0],
    codes: { unknown_column: 1 },
    said: ['из файла другого вида – «Запросы и заявители» (requests)'],
  },
  {
    name: 'a title with a letter of another alphabet, a soft hyphen, a slip',
    files: {
      'а.csv': events(event('З-1')).replace('date', 'dаte'),
      'б.csv': events(event('З-1')).replace('section', 'sec\u00ADtion'),
      'в.csv': whole.replace('submission_channel', 'submision_channel'),
    },
    rows: [0, 0, 0],
    refused: ['missing_column', 'missing_column', 'missing_column'],
    said: [
      '«Дата» (date)',
      '«а» (U+0430)',
      'мягкий перенос (U+00AD)',
      '«submision_channel» похож на «submission_channel»',
    ],
  },
  {
    name: 'a misspelt title of a column that may be missing, filled and not',
    files: { 'з.csv': whole.replace('gender', 'genber') + `${request('З-2').replace(';Ж;', ';;')}\r\n` },
    rows: [2, 1, 1],
    codes: { misspelt_column: 1 },
    said: ['з.csv, строка 2, genber', '«genber» похож на «gender»'],
  },
  {
    name: 'a wide title with a Latin letter, filled and not',
    files: {
      'ш.csv':
        'request_id;service_id;submission_channel;region;МФЦ.9;MФЦ.8\r\n' +
        'З-1;007;МФЦ;31;12.03.2026 09:30:00;12.03.2026 09:00:00\r\nЗ-2;007;МФЦ;31;12.03.2026 09:30:00;\r\n',
    },
    rows: [2, 1, 1],
    codes: { misspelt_column: 1 },
    said: ['«M» (U+004D)'],
  },
  {
    name: 'traces of programs, copies, signatures and letters beside the data',
    files: {
      'з.csv': whole,
      '~$з.xlsx': Buffer.alloc(165, ' '),
      'з.csv.bak': whole.replace('Отдел', 'Старый отдел'),
      'з.csv~': whole,
      'з.csv.tmp': 'request_id;',
      'з.csv.sig': Buffer.from([0x30, 0x82]),
      'Письмо.pdf': '%PDF-1.7\n',
    },
    rows: [1, 1, 0],
    codes: { ignored_file: 6 },
    said: ['~$з.xlsx: Файл не читался: это след открытой книги Excel.', 'з.csv.bak', 'Письмо.pdf'],
    stored: ['SELECT office FROM stage_requests', [{ office: 'Отдел' }]],
  },
  {
    name: 'a copy without its original is read',
    files: { 'з.csv.bak': whole },
    rows: [1, 1, 0],
  },
]
