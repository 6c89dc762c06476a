import { modules } from '../modules.ts'

const OWN = `\
  otklik serve                                  сервер и рабочее место
  otklik demo [--seed N] [--requests N]         то же с вымышленной демонстрационной областью
  otklik backup DIR                             резервная копия в новую папку, сервер может работать
  otklik restore DIR                            восстановить её в пустую установку (сервер остановлен)
`

const text = `Отклик: мониторинг государственных услуг по первичным данным.

${[OWN, ...modules.flatMap(({ help }) => help ?? [])].join('')}
PATH – файл, папка или ZIP. Код выхода: 0 – без ошибок, 1 – часть строк отложена или журнал нарушен, 2 – принять нечего или неверный вызов.
Настройки задаются переменными окружения, см. docs/operations.md.
`

export async function run(): Promise<number> {
  process.stdout.write(text)
  return 0
}
