/** Forms of a person's name, made by the plain rules of Russian declension, for texts of the tests. */
export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins'
export interface Person {
  readonly surname: string
  readonly name: string
  readonly patronymic: string
  readonly female: boolean
}

const CASES: readonly Case[] = ['nom', 'gen', 'dat', 'acc', 'ins']
const endings = (stem: string, forms: string, which: Case): string =>
  stem + (forms.split(' ')[CASES.indexOf(which)] ?? '').replace('-', '')

export function surnameIn({ surname, female }: Person, which: Case): string {
  if (/(?:ов|ев|ёв|ин|ын)$/.test(surname))
    return female ? endings(surname, 'а ой ой у ой', which) : endings(surname, '- а у а ым', which)
  if (/[сц]кий$/.test(surname)) {
    const stem = surname.slice(0, -2)
    return female ? endings(stem, 'ая ой ой ую ой', which) : endings(stem, 'ий ого ому ого им', which)
  }
  return female || /[оеиуых]$/.test(surname) ? surname : endings(surname, '- а у а ом', which)
}

export function nameIn(name: string, female: boolean, which: Case): string {
  if (name.endsWith('ия')) return endings(name.slice(0, -1), 'я и и ю ей', which)
  if (name.endsWith('я')) return endings(name.slice(0, -1), 'я и е ю ей', which)
  if (/[гкхжшч]а$/.test(name)) return endings(name.slice(0, -1), 'а и е у ой', which)
  if (name.endsWith('а')) return endings(name.slice(0, -1), 'а ы е у ой', which)
  if (female) return name === 'Любовь' ? endings('Любов', 'ь и и ь ью', which) : name
  if (name === 'Павел') return endings('Пав', 'ел ла лу ла лом', which)
  if (name === 'Пётр') return endings('П', 'ётр етра етру етра етром', which)
  if (/[йь]$/.test(name)) return endings(name.slice(0, -1), `${name.at(-1)} я ю я ем`, which)
  return endings(name, '- а у а ом', which)
}

export const patronymicIn = ({ patronymic, female }: Person, which: Case): string =>
  female ? endings(patronymic.slice(0, -1), 'а ы е у ой', which) : endings(patronymic, '- а у а ем', which)

const MEN =
  'Сергей Алексей Дмитрий Андрей Николай Иван Виктор Олег Павел Пётр Тимур Рустам Ильдар Арсен Георгий Степан Вадим Руслан Магомед Денис'
const WOMEN =
  'Мария Анна Ольга Елена Наталья Светлана Татьяна Ирина Людмила Галина Гульнара Зухра Эльмира Лариса Оксана Валентина Тамара Кристина Фатима Вера Надежда Любовь Алёна Дарья'
const FATHERS =
  'Сергеев Алексеев Дмитриев Андреев Николаев Иванов Викторов Петров Рустамов Магомедов Степанов Михайлов Ахмедов Егоров'
const SURNAMES =
  'Иванов Кузнецов Смирнов Ковалёв Черноусов Рыжиков Толмачёв Хабибуллин Жумабаев Мамедов Гаджиев Абдурахманов Галиуллин Нурмагомедов Бондарев Гридчин Дубинин Чурсин Лихошерстов Скрипкин Севрюков Вишневский Загоруйко Шевченко Кравченко Пилипенко Ткачук Гнатюк Марчук Мкртчян Саркисян Петросян Беридзе Капанадзе Белянский Рудницкий Сухоруков Переверзев Немыкин Шаповалов Ноздрин Басов'

const list = (words: string): string[] => words.split(' ')

export function person(pick: <T>(from: readonly T[]) => T): Person {
  const female = pick([true, true, false])
  return {
    surname: pick(list(SURNAMES)),
    name: pick(list(female ? WOMEN : MEN)),
    patronymic: pick(list(FATHERS)) + (female ? 'на' : 'ич'),
    female,
  }
}
