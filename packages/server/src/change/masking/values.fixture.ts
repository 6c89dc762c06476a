import type { MaskedKind } from '@otklik/model/change/masking'
import { seededRandom } from '@otklik/model/statistics'
import { type Case, nameIn, patronymicIn, person, surnameIn } from './people.fixture.ts'

export class Values {
  readonly #draw: () => number
  constructor(seed: number) {
    this.#draw = seededRandom(seed)
  }

  readonly pick = <T>(from: readonly T[]): T => from[Math.floor(this.#draw() * from.length)] as T
  digits(count: number): string {
    return Array.from({ length: count }, () => Math.floor(this.#draw() * 10)).join('')
  }

  of(kind: MaskedKind, which: Case = 'nom'): string {
    return kind === 'name' ? this.#name(which) : this.#makers[kind]()
  }

  readonly #makers: Readonly<Record<Exclude<MaskedKind, 'name'>, () => string>> = {
    phone: () => this.#phone(),
    email: () => this.#email(),
    snils: () => this.#snils(),
    inn: () => this.#inn(),
    passport: () => this.#passport(),
    document: () => this.#document(),
    card: () => this.#card(),
    account: () => `${this.pick(['40817', '42301', '40820'])}810${this.digits(12)}`,
    plate: () => this.#plate(),
    link: () => this.#link(),
    birthdate: () => this.#date(),
    address: () => this.#address(),
  }

  #phone(): string {
    const [code, a, b, c] = [`9${this.digits(2)}`, this.digits(3), this.digits(2), this.digits(2)]
    const zero = '\u200B'
    return this.pick([
      `+7 (${code}) ${a}-${b}-${c}`,
      `8 (${code}) ${a}-${b}-${c}`,
      `8 ${code} ${a} ${b} ${c}`,
      `8-${code}-${a}-${b}-${c}`,
      `8${code}${a}${b}${c}`,
      `+7${code}${a}${b}${c}`,
      `7${code}${a}${b}${c}`,
      `${code}${a}${b}${c}`,
      `8.${code}.${a}.${b}.${c}`,
      `8 ${code} потом ${a} и ${b} ${c}`,
      `8${zero}${code}${zero}${a}${zero}${b}${c}`,
      `8 ${code}\u0301${a}${b}${c}`,
      `8 ${code} ${a} сорок пять ${c}`,
      `8(4722)${this.pick(['3', '5', '2'])}${this.digits(1)}-${b}-${c}`,
      `8 (47241) ${this.pick(['3', '5', '2'])}-${b}-${c}`,
      `8 ${code} ${a}${b}${c}`,
      `+7 ${code} ${a}-${b}${c}`,
      `+375 29 ${a}-${b}-${c}`,
      [`8${code}${a}${b}${c}`].map((text) => [...text].map((digit) => `${digit}\uFE0F\u20E3`).join('')).join(''),
    ])
  }

  #email(): string {
    const name = this.pick(['ivanova.m', 'petr_1985', 'olga-k', 'mama.dvoih', 'a.s.kuz', 'svetlana77'])
    const host = this.pick(['mail', 'yandex', 'bk', 'gmail', 'rambler'])
    return this.pick([
      `${name}@${host}.ru`,
      `${name}@${host}.com`,
      `${name.toUpperCase()}@${host.toUpperCase()}.RU`,
      `${name} собака ${host} точка ру`,
      `${name}[at]${host}.ru`,
      `${name} @ ${host}.ru`,
      `почта@пример.рф`,
    ])
  }

  #snils(): string {
    const body = this.digits(9)
    const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0)
    const control = String((sum % 101) % 100).padStart(2, '0')
    const [a, b, c] = [body.slice(0, 3), body.slice(3, 6), body.slice(6)]
    return this.pick([`${a}-${b}-${c} ${control}`, `${a}-${b}-${c}-${control}`, `${a} ${b} ${c} ${control}`])
  }

  #inn(): string {
    const body = `31${this.digits(8)}`
    const check = (text: string, weights: readonly number[]) =>
      (weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0) % 11) % 10
    const first = body + check(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
    return first + check(first, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
  }

  #passport(): string {
    const [a, b, number] = ['14', `0${this.digits(1)}`, this.digits(6)]
    return this.pick([
      `${a}${b} ${number}`,
      `${a} ${b} ${number}`,
      `${a} ${b} № ${number}`,
      `${a}${b} № ${number}`,
      `${a}${b}${number}`,
    ])
  }

  #document(): string {
    return this.pick([
      `${this.pick(['II', 'IV', 'I', 'III'])}-${this.pick(['ЛЖ', 'ЛЕ', 'АП', 'ЕТ'])} № ${this.digits(6)}`,
      `${this.pick(['II', 'IV'])}-${this.pick(['ЛЖ', 'ЛЕ'])} ${this.digits(6)}`,
      `31${this.digits(2)} ${this.digits(4)} ${this.digits(4)} ${this.digits(4)}`,
      `99 ${this.digits(2)} ${this.digits(6)}`,
    ])
  }

  #card(): string {
    const body = `${this.pick(['2200', '4276', '5469', '6390'])}${this.digits(11)}`
    const sum = [...body].toReversed().reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    const number = `${body}${(10 - (sum % 10)) % 10}`
    return this.pick([number, number.replace(/(\d{4})(?=\d)/g, '$1 '), number.replace(/(\d{4})(?=\d)/g, '$1-')])
  }

  #plate(): string {
    const letter = () => this.pick('АВЕКМНОРСТУХ'.split(''))
    const [a, b, c, number] = [letter(), letter(), letter(), this.digits(3)]
    return this.pick([
      `${a}${number}${b}${c}31`,
      `${a} ${number} ${b}${c} 31`,
      `${a}${number}${b}${c} 131`,
      `${a}${number}${b}${c}31`.toLowerCase(),
      `${a}${number}${b}${c}31RUS`,
    ])
  }

  #link(): string {
    const name = this.pick(['ivanova_masha', 'id184467', 'petrov1985', 'olga.k', 'mama31'])
    return this.pick([
      `https://vk.com/${name}`,
      `vk.com/${name}`,
      `t.me/${name.replace('.', '_')}`,
      `ok.ru/profile/${this.digits(9)}`,
      `@${name.replace('.', '_')}`,
      `https://disk.yandex.ru/i/${name}`,
      `www.instagram.com/${name}`,
    ])
  }

  #date(): string {
    const [day, month, year] = [
      this.pick(['05', '12', '27']),
      this.pick(['03', '11', '08']),
      this.pick(['1948', '1985', '2009', '1972']),
    ]
    return this.pick([
      `${day}.${month}.${year}`,
      `${Number(day)} ${this.pick(['мая', 'июня', 'октября'])} ${year}`,
      `${day}/${month}/${year}`,
    ])
  }

  #address(): string {
    const street = this.pick([
      'Щорса',
      'Садовая',
      'Будённого',
      'Есенина',
      'Белгородского полка',
      '5 Августа',
      'Академика Королёва',
      'Мокроусова',
      '1-я Заречная',
      'Парковая',
    ])
    const [house, flat] = [this.pick(['5', '45а', '17/2', '112']), this.pick(['12', '4', '187'])]
    return this.pick([
      `г. Белгород, ул. ${street}, д. ${house}, кв. ${flat}`,
      `ул. ${street}, д. ${house}, кв. ${flat}`,
      `улица ${street} дом ${house} квартира ${flat}`,
      `ул.${street} ${house}, кв.${flat}`,
      `ул ${street.toLowerCase()} д ${house} кв ${flat}`,
      `308000, г. Белгород, пр-т Славы, д. ${house}, корп. 2, кв. ${flat}`,
      `Белгородская обл., Губкинский р-н, с. Бобровы Дворы, ул. ${street}, д. ${house}, кв. ${flat}`,
      `Белгород, ${street} ${house}, кв. ${flat}`,
      `пер. Школьный, ${house}, кв ${flat}`,
      `Народный бульвар, ${house}, кв. ${flat}`,
    ])
  }

  #name(which: Case): string {
    const who = person(this.pick)
    const [surname, name, patronymic] = [
      surnameIn(who, which),
      nameIn(who.name, who.female, which),
      patronymicIn(who, which),
    ]
    const initials = `${who.name[0]}.${this.pick(['', ' '])}${who.patronymic[0]}.`
    const written = this.pick([
      `${surname} ${name} ${patronymic}`,
      `${name} ${patronymic}`,
      `${name} ${patronymic} ${surname}`,
      `${surname} ${name}`,
      `${name} ${surname}`,
      `${surname} ${initials}`,
      `${initials} ${surname}`,
      surname,
      name,
    ])
    // Ordinary words as well: in small letters and alone nobody could tell («вера», «любовь»).
    const alone = /^(?:Вер|Надежд|Любов)/.test(written) && !written.includes(' ')
    return alone ? written : this.pick([written, written, written, written.toLowerCase(), written.toUpperCase()])
  }
}
