import { folded } from '../texts/index.ts'

/** Why a text needs no topic: it says that there was no problem, or it says nothing. */
export type Filtered = 'no_problem' | 'unusable'

/** The reason to leave a text out of coding; null where it is to be coded. */
export function filterOf(text: string): Filtered | null {
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return /[-–—0+]/.test(text) ? 'no_problem' : 'unusable'
  if (saysNoProblem(words, clausesOf(text))) return 'no_problem'
  return isUnusable(words) ? 'unusable' : null
}

/** What commas and stops part is said by itself: «нет, всё понравилось» denies nothing good. */
const clausesOf = (text: string): string[][] =>
  folded(text)
    .split(/[,.;:!?…\n–—]+/)
    .map((clause) => clause.match(/[\p{L}\p{N}]+/gu) ?? [])

const whole = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const NO = whole('нет нету не никаких никакие никакой ни без ничего отсутствуют отсутствует отсутствовали неа')
/** What there was none of. */
const TROUBLE = whole(
  'проблем проблемы проблема проблемами проблемой замечаний замечания претензий претензии жалоб жалобы нареканий трудностей' +
    ' трудностями трудности сложностей сложностями сложности затруднений затруднениями вопросов недостатков недочетов минусов' +
    ' пожеланий предложений недовольства проблемок нюансов неудобств сбоев ошибок очередей очереди неприятностей такого таких',
)
const GOOD = whole(
  'хорошо отлично нормально норм супер класс ок окей ok прекрасно замечательно великолепно идеально удобно быстро понятно' +
    ' оперативно качественно вежливо четко устраивает устроило понравилось нравится доволен довольна довольны удовлетворен' +
    ' удовлетворена удовлетворены спасибо благодарю благодарна благодарен молодцы отличная отличный отличное хорошее хорошая' +
    ' положительно положительное порядке легко просто пятерка',
)
/** Words that change nothing of what the others say. */
const FILLER = whole(
  'было были была был возникло возникали возникало возникла возникли возникает столкнулся столкнулась столкнулись сталкивался' +
    ' сталкивалась сталкивались сталкиваюсь встретил встретила встретились испытал испытала испытывал испытывала имею имеется имелось' +
    ' имеются обнаружено замечено замечал замечала выявлено есть с со у меня нас мне нам я мы в во при на по к за из о об все всё' +
    ' всем всеми всех это этом этой этого так тут здесь там и да а очень абсолютно вообще совсем пока больше какими либо какие' +
    ' либо то процессе получении получения предоставлении предоставления обращении услуги услугу услугой услуг услуге обслуживание' +
    ' обслуживании работа работы прошло прошел сделали сделано получил получила получилось полностью вполне лично данный данной' +
    ' момент моменте вам вас вашу ваш большое огромное сотрудникам мфц госуслуг всего меня',
)

/**
 * The whole text says that all was well: every word is of those, and they say so. «Нет, кроме очереди» has a word that is
 * none of them; «не понравилось» denies what is good.
 */
function saysNoProblem(words: readonly string[], clauses: readonly string[][]): boolean {
  if (!words.every((word) => NO.has(word) || TROUBLE.has(word) || GOOD.has(word) || FILLER.has(word))) return false
  const [no, trouble, good] = [NO, TROUBLE, GOOD].map((kind) => words.some((word) => kind.has(word)))
  if (trouble) return no === true
  if (good) return !clauses.some(deniesGood)
  return no === true && !words.includes('есть')
}

const deniesGood = (words: readonly string[]): boolean =>
  words.some((word, at) => NO.has(word) && words.slice(at + 1, at + 3).some((next) => GOOD.has(next)))

const LETTERS = /^[\p{L}]+$/u
const KEYBOARD =
  /^(?:[йцукенгшщзхъ]{5,}|[фывапролджэ]{5,}|[ячсмитьбю]{5,}|[qwertyuiop]{5,}|[asdfghjkl]{4,}|[zxcvbnm]{4,})$/

/** Nothing that anybody could code: no Russian word, one letter again and again, keys hit at random. */
const isUnusable = (words: readonly string[]): boolean => words.every((word) => !LETTERS.test(word) || isNoise(word))

const isNoise = (word: string): boolean =>
  !/[а-я]/.test(word) ||
  word.length < 3 ||
  /^(.)\1*$/u.test(word) ||
  /^(.{1,3})\1{2,}.{0,2}$/u.test(word) ||
  KEYBOARD.test(word) ||
  (word.length > 3 && !/[аеиоуыэюя]/.test(word) && !/^(?:мфц|фнс|мвд|гибдд|снилс|рпгу)$/.test(word)) ||
  /[бвгджзйклмнпрстфхцчшщ]{7,}/.test(word)
