export type RegionKind =
  | 'republic'
  | 'krai'
  | 'oblast'
  | 'city'
  | 'autonomous_oblast'
  | 'autonomous_okrug'
  | 'leased_city'

export type Region = {
  /** Two digits: '31'. */
  readonly code: string
  /** Full official name, for screens and export. */
  readonly name: string
  readonly kind: RegionKind
  /** Eight digits of ОКТМО. */
  readonly oktmo: string
  /** IANA zone where an office has none of its own. Subjects with several zones: the zone of the capital. */
  readonly zone: string
  /** Names in use that the rules of `aliases.ts` don't make from the official one. */
  readonly usual: readonly string[]
}

type Row = [code: string, kind: RegionKind, name: string, oktmo: string, zone: string, usual?: readonly string[]]

const region = (...[code, kind, name, oktmo, zone, usual = []]: Row): Region => ({
  code,
  kind,
  name,
  oktmo: oktmo.padEnd(8, '0'),
  zone: zone === 'Moscow' ? 'Europe/Moscow' : zone,
  usual,
})

/**
 * The 89 subjects of the Russian Federation (Конституция Российской Федерации, статья 65) and Baikonur, by code.
 * Codes, ОКТМО and zones are facts of the classifiers; 90, 93, 94 and 95 are the codes in use since 2022.
 */
export const regions: readonly Region[] = [
  region('01', 'republic', 'Республика Адыгея (Адыгея)', '79', 'Moscow', ['Адыгея', 'Республика Адыгея']),
  region('02', 'republic', 'Республика Башкортостан', '80', 'Asia/Yekaterinburg', ['Башкирия']),
  region('03', 'republic', 'Республика Бурятия', '81', 'Asia/Irkutsk'),
  region('04', 'republic', 'Республика Алтай', '84', 'Asia/Barnaul', ['Горный Алтай']),
  region('05', 'republic', 'Республика Дагестан', '82', 'Moscow'),
  region('06', 'republic', 'Республика Ингушетия', '26', 'Moscow'),
  region('07', 'republic', 'Кабардино-Балкарская Республика', '83', 'Moscow', ['Кабардино-Балкария', 'КБР']),
  region('08', 'republic', 'Республика Калмыкия', '85', 'Moscow'),
  region('09', 'republic', 'Карачаево-Черкесская Республика', '91', 'Moscow', [
    'Карачаево-Черкесия',
    'Карачаево-Черкессия',
    'КЧР',
  ]),
  region('10', 'republic', 'Республика Карелия', '86', 'Moscow'),
  region('11', 'republic', 'Республика Коми', '87', 'Moscow'),
  region('12', 'republic', 'Республика Марий Эл', '88', 'Moscow'),
  region('13', 'republic', 'Республика Мордовия', '89', 'Moscow'),
  region('14', 'republic', 'Республика Саха (Якутия)', '98', 'Asia/Yakutsk', ['Республика Саха', 'Саха', 'Якутия']),
  region('15', 'republic', 'Республика Северная Осетия – Алания', '90', 'Moscow', [
    'Северная Осетия',
    'Алания',
    'РСО-Алания',
    'РСО',
  ]),
  region('16', 'republic', 'Республика Татарстан (Татарстан)', '92', 'Moscow', [
    'Татарстан',
    'Республика Татарстан',
    'Татария',
  ]),
  region('17', 'republic', 'Республика Тыва', '93', 'Asia/Krasnoyarsk', [
    'Тува',
    'Республика Тува',
    'Республика Тыва (Тува)',
  ]),
  region('18', 'republic', 'Удмуртская Республика', '94', 'Europe/Samara', [
    'Удмуртия',
    'Удмуртская Республика (Удмуртия)',
  ]),
  region('19', 'republic', 'Республика Хакасия', '95', 'Asia/Krasnoyarsk'),
  region('20', 'republic', 'Чеченская Республика', '96', 'Moscow', ['Чечня', 'Чеченская Республика (Чечня)']),
  region('21', 'republic', 'Чувашская Республика – Чувашия', '97', 'Moscow', ['Чувашская Республика', 'Чувашия']),
  region('22', 'krai', 'Алтайский край', '01', 'Asia/Barnaul'),
  region('23', 'krai', 'Краснодарский край', '03', 'Moscow'),
  region('24', 'krai', 'Красноярский край', '04', 'Asia/Krasnoyarsk'),
  region('25', 'krai', 'Приморский край', '05', 'Asia/Vladivostok', ['Приморье']),
  region('26', 'krai', 'Ставропольский край', '07', 'Moscow'),
  region('27', 'krai', 'Хабаровский край', '08', 'Asia/Vladivostok'),
  region('28', 'oblast', 'Амурская область', '10', 'Asia/Yakutsk'),
  region('29', 'oblast', 'Архангельская область', '11', 'Moscow'),
  region('30', 'oblast', 'Астраханская область', '12', 'Europe/Astrakhan'),
  region('31', 'oblast', 'Белгородская область', '14', 'Moscow'),
  region('32', 'oblast', 'Брянская область', '15', 'Moscow'),
  region('33', 'oblast', 'Владимирская область', '17', 'Moscow'),
  region('34', 'oblast', 'Волгоградская область', '18', 'Europe/Volgograd'),
  region('35', 'oblast', 'Вологодская область', '19', 'Moscow'),
  region('36', 'oblast', 'Воронежская область', '20', 'Moscow'),
  region('37', 'oblast', 'Ивановская область', '24', 'Moscow'),
  region('38', 'oblast', 'Иркутская область', '25', 'Asia/Irkutsk'),
  region('39', 'oblast', 'Калининградская область', '27', 'Europe/Kaliningrad'),
  region('40', 'oblast', 'Калужская область', '29', 'Moscow'),
  region('41', 'krai', 'Камчатский край', '30', 'Asia/Kamchatka', ['Камчатка']),
  region('42', 'oblast', 'Кемеровская область – Кузбасс', '32', 'Asia/Novokuznetsk', [
    'Кемеровская область',
    'Кемеровская область (Кузбасс)',
    'Кузбасс',
  ]),
  region('43', 'oblast', 'Кировская область', '33', 'Europe/Kirov'),
  region('44', 'oblast', 'Костромская область', '34', 'Moscow'),
  region('45', 'oblast', 'Курганская область', '37', 'Asia/Yekaterinburg'),
  region('46', 'oblast', 'Курская область', '38', 'Moscow'),
  region('47', 'oblast', 'Ленинградская область', '41', 'Moscow'),
  region('48', 'oblast', 'Липецкая область', '42', 'Moscow'),
  region('49', 'oblast', 'Магаданская область', '44', 'Asia/Magadan'),
  region('50', 'oblast', 'Московская область', '46', 'Moscow'),
  region('51', 'oblast', 'Мурманская область', '47', 'Moscow'),
  region('52', 'oblast', 'Нижегородская область', '22', 'Moscow'),
  region('53', 'oblast', 'Новгородская область', '49', 'Moscow'),
  region('54', 'oblast', 'Новосибирская область', '50', 'Asia/Novosibirsk'),
  region('55', 'oblast', 'Омская область', '52', 'Asia/Omsk'),
  region('56', 'oblast', 'Оренбургская область', '53', 'Asia/Yekaterinburg'),
  region('57', 'oblast', 'Орловская область', '54', 'Moscow'),
  region('58', 'oblast', 'Пензенская область', '56', 'Moscow'),
  region('59', 'krai', 'Пермский край', '57', 'Asia/Yekaterinburg'),
  region('60', 'oblast', 'Псковская область', '58', 'Moscow'),
  region('61', 'oblast', 'Ростовская область', '60', 'Moscow'),
  region('62', 'oblast', 'Рязанская область', '61', 'Moscow'),
  region('63', 'oblast', 'Самарская область', '36', 'Europe/Samara'),
  region('64', 'oblast', 'Саратовская область', '63', 'Europe/Saratov'),
  region('65', 'oblast', 'Сахалинская область', '64', 'Asia/Sakhalin', ['Сахалин']),
  region('66', 'oblast', 'Свердловская область', '65', 'Asia/Yekaterinburg'),
  region('67', 'oblast', 'Смоленская область', '66', 'Moscow'),
  region('68', 'oblast', 'Тамбовская область', '68', 'Moscow'),
  region('69', 'oblast', 'Тверская область', '28', 'Moscow'),
  region('70', 'oblast', 'Томская область', '69', 'Asia/Tomsk'),
  region('71', 'oblast', 'Тульская область', '70', 'Moscow'),
  region('72', 'oblast', 'Тюменская область', '71', 'Asia/Yekaterinburg'),
  region('73', 'oblast', 'Ульяновская область', '73', 'Europe/Ulyanovsk'),
  region('74', 'oblast', 'Челябинская область', '75', 'Asia/Yekaterinburg'),
  region('75', 'krai', 'Забайкальский край', '76', 'Asia/Chita', ['Забайкалье']),
  region('76', 'oblast', 'Ярославская область', '78', 'Moscow'),
  region('77', 'city', 'Москва', '45', 'Moscow'),
  region('78', 'city', 'Санкт-Петербург', '40', 'Moscow', ['Петербург', 'СПб', 'С.-Петербург', 'г. СПб']),
  region('79', 'autonomous_oblast', 'Еврейская автономная область', '99', 'Asia/Vladivostok', [
    'Еврейская Аобл',
    'Аобл Еврейская',
    'Еврейская авт. обл.',
    'ЕАО',
    'Еврейская АО',
  ]),
  region('83', 'autonomous_okrug', 'Ненецкий автономный округ', '118', 'Moscow', ['НАО']),
  region('86', 'autonomous_okrug', 'Ханты-Мансийский автономный округ – Югра', '718', 'Asia/Yekaterinburg', [
    'Ханты-Мансийский автономный округ',
    'ХМАО',
    'ХМАО – Югра',
    'Югра',
  ]),
  region('87', 'autonomous_okrug', 'Чукотский автономный округ', '77', 'Asia/Anadyr', ['Чукотка', 'ЧАО']),
  region('89', 'autonomous_okrug', 'Ямало-Ненецкий автономный округ', '719', 'Asia/Yekaterinburg', ['ЯНАО', 'Ямал']),
  region('90', 'oblast', 'Запорожская область', '23', 'Moscow'),
  region('91', 'republic', 'Республика Крым', '35', 'Europe/Simferopol'),
  region('92', 'city', 'Севастополь', '67', 'Europe/Simferopol'),
  region('93', 'republic', 'Донецкая Народная Республика', '21', 'Moscow', ['ДНР', 'Донецкая НР']),
  region('94', 'republic', 'Луганская Народная Республика', '43', 'Moscow', ['ЛНР', 'Луганская НР']),
  region('95', 'oblast', 'Херсонская область', '74', 'Moscow'),
  region('99', 'leased_city', 'Байконур', '55', 'Asia/Qyzylorda'),
]

/**
 * The openly fictitious region of a demonstration: no subject has the code 00. It stands outside the list, so that
 * nothing real ever counts it.
 */
export const demoRegion: Region = region('00', 'oblast', 'Демонстрационная область', '00', 'Moscow')
