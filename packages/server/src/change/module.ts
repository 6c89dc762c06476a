import type { Module } from '../platform/module.ts'
import type { ChangeServerDeps } from './server.ts'

/** From what people say to what is changed: texts, topics, problems, measures. */
export const change: Module<ChangeServerDeps> = {
  migrations: () => import('./migrations.ts'),
  server: () => import('./server.ts'),
  deadlines: () => import('./deadlines.ts'),
  commands: {
    mask: () => import('./commands/mask.ts'),
    pains: () => import('./commands/pains/pains.ts'),
    topics: () => import('./commands/topics/topics.ts'),
  },
  help: `\
  otklik mask ТЕКСТЫ.jsonl                      заменить личные данные в текстах; строка – {"id","text"}
  otklik topics learn КОДИРОВАННЫЕ.jsonl [--rubricator R.json] --model МОДЕЛЬ
                                                научить предлагать темы; строка – {"id","text","codes"}
  otklik topics suggest МОДЕЛЬ ТЕКСТЫ.jsonl     предложить темы
  otklik topics duplicates ТЕКСТЫ.jsonl         найти повторы
  otklik topics agree A.jsonl B.jsonl           согласие двух кодировщиков
  otklik pains compute ДАННЫЕ.json              карта болей: распространённость, влияние, приоритетность
  otklik pains effect ДАННЫЕ.json|.jsonl        что изменилось после меры
  otklik pains propose ДАННЫЕ.json              где нужен дополнительный опрос
  otklik pains table ДАННЫЕ.json --out F.xlsx|F.docx
                                                таблица приложения № 2
`,
}
