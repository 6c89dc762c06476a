import { modules } from '../modules.ts'

const FIRST = `\
  otklik serve                                  сервер и рабочее место
  otklik demo [--seed N] [--requests N]         то же с вымышленной демонстрационной областью
  otklik backup DIR                             резервная копия в новую папку, сервер может работать
  otklik restore DIR                            восстановить её в пустую установку (сервер остановлен)
`

const LAST = `\
  otklik records-key [--new]                    подходит ли ключ записей; новый вместо утраченного (сервер остановлен)
  otklik audit verify [--file F] [--heads F]    проверить, что журнал действий не изменён
  otklik audit export --out F                   выгрузить журнал действий
  otklik audit heads                            отметки конца журнала, которые хранит база
`

const text = `Отклик: мониторинг государственных услуг по первичным данным.

${[FIRST, ...modules.flatMap(({ help }) => help ?? []), LAST].join('')}
PATH – файл, папка или ZIP. Код выхода: 0 – без ошибок, 1 – часть строк отложена или журнал нарушен, 2 – принять нечего или неверный вызов.
Настройки задаются переменными окружения, см. docs/operations.md.
`

export async function run(): Promise<number> {
  process.stdout.write(text)
  return 0
}
