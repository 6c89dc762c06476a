import { type Case, event, events, rating, ratings, request, requests } from './case.ts'

/** What spreadsheets do to identifiers, dates and times. */
export const excelCases: readonly Case[] = [
  {
    name: 'numbers of more digits than Excel can hold',
    files: {
      'з.csv': requests(request('4,20260E+17'), request('З-2', 'Отдел', '4,20260E+17')),
      'х.csv': events(event('4.2026E+17')),
      'п.csv': 'request_id;uin;paid_at\r\nЗ-1;1,88E+19;12.03.2026 09:30:00\r\n',
    },
    rows: [4, 0, 4],
    codes: { excel_number: 3, bad_number: 1 },
    said: ['з.csv, строка 2, request_id', 'п.csv, строка 2, uin', 'последние цифры утрачены'],
  },
  {
    name: 'zeros kept by a formula of a text',
    files: {
      'з.csv': requests('="0012";="007";МФЦ;31;="Отдел";ФЛ;;Ж;="041"', '"=""0013""";007;МФЦ;31;;ФЛ;;Ж;041'),
      'х.csv': events('="0012";МФЦ;="9";;="12.03.2026";="09:30:00"'),
    },
    rows: [3, 3, 0],
    codes: { excel_marks: 3 },
    stored: [
      'SELECT request_id, service_id, office FROM stage_requests ORDER BY row',
      [
        { request_id: '0012', service_id: '007', office: 'Отдел' },
        { request_id: '0013', service_id: '007', office: '' },
      ],
    ],
  },
  {
    name: 'zeros kept by an apostrophe',
    files: { 'з.csv': requests(request("'0012"), request('З-2', "O'Нил", "'007")), 'х.csv': events(event("'0012")) },
    rows: [3, 3, 0],
    codes: { excel_marks: 3 },
    stored: [
      'SELECT request_id, service_id, office FROM stage_requests ORDER BY row',
      [
        { request_id: '0012', service_id: '007', office: 'Отдел' },
        { request_id: 'З-2', service_id: '007', office: "O'Нил" },
      ],
    ],
  },
  {
    name: 'a file of rows set aside after a round through Excel',
    files: {
      'з.set-aside.csv':
        'request_id;service_id;submission_channel;region;applicant_kind;applicant_hash;age;_row;_codes;_messages\r\n' +
        '12;7;МФЦ;1;ФЛ;1,20E+31;41;1;unknown_channel;Канал неизвестен.\r\n',
      'х.set-aside.csv':
        'request_id;section;item;date;time;_row;_codes;_messages\r\n12;МФЦ;9;12.03.2026;9:30:00;1;unknown_section;Раздел.\r\n',
    },
    rows: [2, 1, 1],
    codes: { unknown_region: 1, bad_hash: 1, bad_age: 1, read_loosely: 1, resaved_file: 2 },
    said: [
      'пересохранён другой программой',
      'нужно «01»',
      'нужно «041»',
      'исходные знаки утрачены',
      'прочитано как 09:30:00',
    ],
  },
  {
    name: 'times without a zero, the end of a day, a date with its midnight',
    files: {
      'х.csv': events(
        event('З-1', '12.03.2026;9:05:00'),
        event('З-1', '12.03.2026;24:00:00'),
        event('З-1', '14.03.2026 0:00:00;09:05:00'),
        event('З-1', '14.03.2026 00:00:00;'),
        event('З-1', '12.03.2026;24:00:01'),
        event('З-1', '12.03.2026 9:05:00;09:05:00'),
      ),
      'о.csv': ratings('З-1;12.03.2026 9:05:00;5;', 'З-2;12.03.2026 24:00:00;5;'),
      'ш.csv':
        'request_id;service_id;submission_channel;region;МФЦ.9\r\nЗ-1;007;МФЦ;31;12.03.2026 8:05:00|12.03.2026 08:06:00\r\n',
    },
    rows: [9, 7, 2],
    codes: { read_loosely: 7, no_time: 1, bad_time: 1, bad_date: 1 },
    said: [
      'х.csv, строка 6, time',
      'Часы бывают от 00 до 23',
      'перенесите его в столбец «Время»',
      'прочитано как 12.03.2026 08:05:00',
    ],
    stored: [
      'SELECT toString(at) AS at FROM stage_events ORDER BY file, row, at',
      [
        '2026-03-12 09:05:00',
        '2026-03-13 00:00:00',
        '2026-03-14 09:05:00',
        '2026-03-14 00:00:00',
        '2026-03-12 08:05:00',
        '2026-03-12 08:06:00',
      ].map((at) => ({ at })),
    ],
  },
  {
    name: 'dates of another form are told by their form',
    files: {
      'х.csv': events(
        event('З-1', '2026-03-12;09:30:00'),
        event('З-1', '29.02.2026;09:30:00'),
        event('З-1', '46093;09:30:00'),
        event('З-1', '3/12/2026;09:30:00'),
        event('З-1', '########;09:30:00'),
      ),
    },
    rows: [5, 0, 5],
    codes: { bad_date: 5 },
    said: [
      'ГГГГ-ММ-ДД',
      '29 февраля 2026 года не бывает',
      'Excel хранит дату 12.03.2026',
      'косой черты',
      'узок столбец',
    ],
  },
  {
    name: 'a formula of the sender is a text, and a file that lames it is read back',
    files: {
      'о.csv': ratings(
        rating('О-1', '"=HYPERLINK(""http://example.ru"")"'),
        rating('О-2', "'=1+1"),
        rating('О-3', "'-1"),
      ),
    },
    rows: [3, 3, 0],
    codes: { excel_marks: 2 },
    stored: [
      'SELECT review FROM stage_ratings ORDER BY row',
      [{ review: '=HYPERLINK("http://example.ru")' }, { review: '=1+1' }, { review: '-1' }],
    ],
  },
  {
    name: 'a number that begins with a minus stays itself',
    files: { 'з.csv': requests(request('З-1', 'Отдел', '-40000000077')) },
    rows: [1, 1, 0],
    stored: ['SELECT service_id FROM stage_requests', [{ service_id: '-40000000077' }]],
  },
  {
    name: 'errors of formulas are no text',
    files: { 'з.csv': requests(request('З-1', '#Н/Д'), request('#REF!'), request('З-3', '# 5')) },
    rows: [3, 1, 2],
    codes: { damaged_text: 2 },
    said: ['ошибка формулы'],
  },
  {
    name: 'people in numbers of requests, services of payments and variants',
    files: {
      'з.csv': requests(request('+70000000000'), request('З-2')),
      'х.csv': events(event('8 (000) 000-00-00'), event('Петров Пётр Петрович'), event('nobody@example.ru')),
      'п.csv': 'request_id;uin;paid_at\r\nЗ-1;000-000-000 00;12.03.2026 09:30:00\r\n',
      'у.csv': 'service_id;subservice_id;name\r\n1;Петров П.П.;Справка\r\n',
      'д.csv': 'request_id;accepted_at\r\n00 00 000000;12.03.2026 09:30:00\r\n',
    },
    rows: [8, 1, 7],
    codes: { plain_identifier: 7 },
    said: ['у.csv, строка 2, subservice_id', 'Номером они быть не могут'],
  },
  {
    name: 'numbers that are odd and nobody’s stay themselves, and are counted once',
    files: {
      'х.csv': events(
        ...['(12)/3', 'a@b', '-17', '#5', 'abc-def-ghi-jk', '1-234-567890-12', 'x(1)', 'AE+x'].map((id) => event(id)),
      ),
      'п.csv': events(event('№ 5'), event('12/5 от 01.02.2026')),
    },
    rows: [10, 10, 0],
    stored: ['SELECT count() AS n, uniqExact(request_id) AS ids FROM stage_events', [{ n: 10, ids: 10 }]],
  },
]
