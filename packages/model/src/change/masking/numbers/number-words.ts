/** Words of numbers as they are told to write a phone down, by their beginnings, longest first. */
const UNITS: Readonly<Record<string, number>> = {
  ноль: 0,
  нуль: 0,
  один: 1,
  одна: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
}
const TEENS: Readonly<Record<string, number>> = {
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
}
const TENS: Readonly<Record<string, number>> = {
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
}
const HUNDREDS: Readonly<Record<string, number>> = {
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
}
const VALUES: ReadonlyMap<string, number> = new Map(
  [UNITS, TEENS, TENS, HUNDREDS].flatMap((words) => Object.entries(words)),
)

/** All words of numbers, for an expression. */
export const NUMBER_WORDS = [...VALUES.keys()].toSorted((one, other) => other.length - one.length).join('|')

export const valueOf = (word: string): number | undefined => VALUES.get(word)

/** Whether a value goes on from another in one number: 900 and 10 are 910, 40 and 5 are 45, 10 and 5 are two numbers. */
export const continues = (sum: number, value: number): boolean =>
  value > 0 && ((sum >= 100 && sum % 100 === 0 && value < 100) || (sum % 100 >= 20 && sum % 10 === 0 && value < 10))
