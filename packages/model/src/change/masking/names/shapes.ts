const ENDS_OV = /[а-яё]{2}(?:[оеё]в|[иы]н)(?:а|у|ым|ом|е|ой|ою|ых|ыми)?$/
const ENDS_SKY = /[а-яё]{2}[сц]к(?:ий|ого|ому|им|ом|ая|ой|ою|ую|ие|их)$/
const ENDS_OTHER =
  /[а-яё]{2}(?:енко|[чщ]?[ую]к(?:а|у|ом|е)?|я?ян(?:а|у|ом|е)?|янц(?:а|у|ем)?|швили|дзе|иани|заде|[еиу]йчук|ович|евич|ович[ауе]|евич[ауе])$/
const MALE_OR_FEMALE = /(?:ова|ева|ёва|ина|ына|ов|ев|ёв|ин|ын|енко|ук|юк|ян|швили|дзе|ович|евич)$/

/** Whether a word that no dictionary knows is built as a surname is. */
export const shapedAsSurname = (word: string): boolean =>
  word.length >= 5 && (ENDS_OV.test(word) || ENDS_SKY.test(word) || ENDS_OTHER.test(word))

/** In the form that a sentence begins with. */
export const shapedAsSurnameNominative = (word: string): boolean =>
  word.length >= 6 && shapedAsSurname(word) && MALE_OR_FEMALE.test(word)

const CLEAR = /[а-яё]{4}(?:[оеё]ва|[оеё]вой|[оеё]ву|енко|швили|дзе|улин[аыу]?|уллин[аыуой]{0,2}|баев[аыуой]{0,2})$/
const COMPOUND = /(?:вызов|слов|основ|голов|коров|кров)(?:а|у|ой)$/

/** A word in small letters that no dictionary knows and that can hardly be anything but a surname. */
export const clearlySurname = (word: string): boolean => CLEAR.test(word) && !COMPOUND.test(word)

const PATRONYMIC =
  /[а-яё]{2}(?:(?:ов|ев|ьев)ич(?:а|у|ем|ом|е)?|(?:ов|ев|ьев)н(?:а|ы|е|у|ой|ою)|(?:ин|ит)ичн(?:а|ы|е|у|ой|ою))$/
const SPOKEN =
  /^(?:саныч|палыч|михалыч|иваныч|степаныч|семеныч|семёныч|николаич|сергеич|андреич|алексеич|николавн|иванн|пал(?:на|ны)|михалн|сергевн|алексевн|андревн|васильн|кузьмич|ильич|фомич|лукич|никитич)(?:а|у|ем|ом|е|ы|ой)?$/

/** Patronymics, also as they are spoken; words of the language built alike («церковна») are told apart by the dictionary. */
export const shapedAsPatronymic = (word: string): boolean => PATRONYMIC.test(word) || SPOKEN.test(word)

/** Ends a name of three parts where fathers are named without a suffix: «Алиев Рашад Аловсат оглы». */
export const OF_FATHER = /^(?:оглы|кызы|гызы|углы|уулу)$/

/** Belongs to a relative, and is no surname: «бабушкина квартира». */
export const OF_A_RELATIVE = /^(?:мам|пап|бабушк|дедушк|т[её]т|дяд|сестр|жен|мужн|соседк|дочк|доч|внучк|кошк|тещ|тёщ)ин/
