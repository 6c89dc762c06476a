import { byRule, type Finder } from './spans.ts'

/** Sites of authorities and of the state's services: everybody's, with nobody's data in the address. */
const OFFICIAL =
  /^(?:[a-zа-я0-9-]+\.)*(?:gov\.ru|gosuslugi\.ru|mos\.ru|mosreg\.ru|mil\.ru|cbr\.ru|nalog\.ru|kremlin\.ru|government\.ru|duma\.ru|council\.ru|rosreestr\.ru|fss\.ru|pfrf?\.ru|sfr\.ru|fgis\.ru|zakupki\.ru|consultant\.ru|garant\.ru|pravo\.ru|spb\.ru|belregion\.ru|ac\.gov\.ru|минобрнауки\.рф|[a-zа-я0-9-]*(?:mfc|мфц|md|gosuslugi|uslugi|gu|admin?|gorod|obl|region|edu|school|sad|ds)[a-zа-я0-9-]*\.(?:ru|рф)|госуслуги\.рф|мвд\.рф|фсин\.рф|правительство\.рф|президент\.рф|моидокументы\.рф|работавроссии\.рф|трудвсем\.рф|госуслугидома\.рф|нашдом\.рф|дом\.рф)$/iu

/** Sites where an address is a person's page. */
const PROFILES =
  '(?:m\\.|www\\.)?(?:vk\\.com|vk\\.ru|vkontakte\\.ru|ok\\.ru|odnoklassniki\\.ru|t\\.me|telegram\\.me|telegram\\.org|instagram\\.com|facebook\\.com|fb\\.com|twitter\\.com|x\\.com|youtube\\.com|youtu\\.be|tiktok\\.com|wa\\.me|viber\\.com|dzen\\.ru|rutube\\.ru|github\\.com|linkedin\\.com|my\\.mail\\.ru|pikabu\\.ru|max\\.ru)'
const HOST = String.raw`(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,6}[\p{L}]{2,12}`
const TAIL = String.raw`(?:[:/?#][^\s«»"<>]*[^\s«»"<>.,;:!?)\]'…])?`

const hostOf = (link: string): string =>
  link.replace(/^(?:[a-z]{2,6}:\/\/)?(?:www\.)?/i, '').split(/[/:?#]/, 1)[0] ?? ''
const hasPath = (link: string): boolean => /^(?:[a-z]+:\/\/)?[^/]+\/./i.test(link)

/** Links to people's pages and files, and @names. A site named without a page, and the state's own, stay. */
export const links: readonly Finder[] = [
  byRule({
    kind: 'link',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d@.])(?:https?|ftp|tg|viber):\/\/[^\s«»"<>]*[^\s«»"<>.,;:!?)\]'…]`,
      'giu',
    ),
    accepts: (match) => !OFFICIAL.test(hostOf(match)),
  }),
  byRule({
    kind: 'link',
    pattern: new RegExp(String.raw`(?<![\p{L}\d@.-])${PROFILES}\/${'[^\\s«»"<>]*[^\\s«»"<>.,;:!?)\\]\'…]'}`, 'giu'),
  }),
  byRule({
    kind: 'link',
    pattern: new RegExp(String.raw`(?<![\p{L}\d@.-])(?:www\.)?${HOST}${TAIL}(?![\p{L}\d])`, 'giu'),
    accepts: (match) =>
      hasPath(match) &&
      /\.(?:[a-z]{2,12}|рф|рус|москва|онлайн|сайт|дети)$/iu.test(hostOf(match)) &&
      !OFFICIAL.test(hostOf(match)),
  }),
  byRule({ kind: 'link', pattern: /(?<![\p{L}\d@./_])@[a-z][\w.]{2,38}\w(?![\w@])/giu }),
  byRule({
    kind: 'link',
    pattern: /(?<![\p{L}\d])(?:id|ид)\d{5,12}(?!\d)/giu,
    accepts: (_, { before }) =>
      /(?:вк|vk|контакт|вконтакте|страниц|профил|соцсет|телеграм|telegram|max)/iu.test(before),
  }),
]

export const mayHoldLink = (text: string): boolean => /[/@]|\bid\d|www/i.test(text)
