import { dayInWords } from '@otklik/model/print'
import { html, type Html, type Page } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { feedbackRows } from './rows.ts'

const SHOWN = 200

/** «Вы сказали – мы сделали» of one authority, by its number in the register: what it chose to publish, the latest first. */
export async function saidPage(db: Db, authority: string, at: Date): Promise<Page> {
  const found = await db
    .selectFrom('register_authorities')
    .select(['id', 'name'])
    .where('id', '=', /^\d{1,9}$/.test(authority) ? Number(authority) : 0)
    .executeTakeFirst()
  if (found === undefined)
    return {
      title: 'Такой страницы нет',
      status: 404,
      body: html`<h1>Такой страницы нет</h1><p>Проверьте адрес: в конце его стоит номер органа.</p>`,
    }
  const rows = await feedbackRows(db, at)
    .where('c.authority_id', '=', found.id)
    .where('f.published_at', 'is not', null)
    .orderBy('f.published_at', 'desc')
    .limit(SHOWN)
    .execute()
  return {
    title: `Вы сказали – мы сделали. ${found.name}`,
    body: html`<h1>Вы сказали – мы сделали</h1><p>${found.name}</p>
<p>Что люди написали в анкетах и что по этому сделано. Отзывы читаются без имён.</p>
${rows.length === 0 ? html`<p>Пока здесь ничего не опубликовано.</p>` : rows.map(sectionOf)}
<p><a href="/said-and-done">Что сделано по всем обращениям и отзывам</a></p>`,
  }
}

interface Published {
  readonly published_said: string | null
  readonly sentence: string | null
  readonly service: string | null
  readonly received: string
}

const sectionOf = ({ published_said, sentence, service, received }: Published): Html =>
  html`<section><h2>${published_said ?? ''}</h2><p>${[service, dayInWords(received)].filter(Boolean).join(' · ')}</p>
<p>${sentence ?? ''}</p></section>`
