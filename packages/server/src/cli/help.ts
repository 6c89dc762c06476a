const text = `Отклик: мониторинг государственных услуг по первичным данным.

  otklik serve                                  сервер и рабочее место
  otklik demo [--seed N] [--requests N]         то же с вымышленной демонстрационной областью
  otklik check PATH… [--date ГГГГ-ММ-ДД] [--json] [--quarantine DIR]
                                                проверить пакет, ничего не записывая
  otklik import PATH… --supplier CODE [--date ГГГГ-ММ-ДД] [--json]
                                                принять пакет
  otklik export --date ГГГГ-ММ-ДД [--supplier CODE] --out DIR
                                                выгрузить принятое за отчётную дату
  otklik indicators [--from ГГГГ-ММ] [--to ГГГГ-ММ] [--service ID] [--region CODE]
                    [--by service,region,channel,month] --format json|csv|table
                                                показатели по срезам
  otklik rebuild                                собрать показатели заново из принятых пакетов (сервер остановлен)
  otklik backup DIR                             резервная копия в новую папку, сервер может работать
  otklik restore DIR                            восстановить её в пустую установку (сервер остановлен)
  otklik records-key [--new]                    подходит ли ключ записей; новый вместо утраченного (сервер остановлен)
  otklik audit verify [--file F] [--heads F]    проверить, что журнал действий не изменён
  otklik audit export --out F                   выгрузить журнал действий
  otklik audit heads                            отметки конца журнала, которые хранит база
  otklik statuses --format json|table           статусная модель
  otklik workdays С ПО [--zone ПОЯС]            рабочие дни и рабочее время между днями или временами
  otklik workdays С --add N [--unit working|calendar]
                                                день через N дней
  otklik workdays --year ГГГГ | --load F        производственный календарь года; проверить таблицу года
  otklik score [F.jsonl]                        интегральный уровень объектов сертификации: строка JSON на каждый

PATH – файл, папка или ZIP. Код выхода: 0 – без ошибок, 1 – часть строк отложена или журнал нарушен, 2 – принять нечего или неверный вызов.
Настройки задаются переменными окружения, см. docs/operations.md.
`

export async function run(): Promise<number> {
  process.stdout.write(text)
  return 0
}
