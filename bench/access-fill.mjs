// A tree of 10,000 organisations and 100,000 people in it, written in bulk. Names are made of numbers: nobody is meant.
const BODIES = 12
const OFFICES = 37

/** Rows of the tree by level: [id, parent, kind, name, region]. */
export function treeOf(regions, size) {
  const rows = [[1, null, 'system', 'Вся система', null]]
  const add = (parent, kind, name, region = null) => {
    const id = rows.length + 1
    rows.push([id, parent, kind, `${name} ${id}`, region])
    return id
  }
  add(1, 'ministry', 'Министерство')
  add(1, 'analytical_centre', 'Аналитический центр')
  for (const code of regions) {
    const region = add(1, 'region', 'Субъект', code)
    add(region, 'coordinating_department', 'Управление')
    const mfc = add(region, 'mfc', 'МФЦ')
    for (let n = 0; n < OFFICES; n++) add(mfc, 'office', 'Офис')
    for (let n = 0; n < BODIES; n++) {
      const body = add(region, 'regional_body', 'Орган')
      for (let i = 0; i < 3; i++) add(body, 'institution', 'Учреждение')
      for (let i = 0; i < 2; i++) add(body, 'office', 'Отдел')
    }
  }
  while (rows.length < size) add(1, 'federal_body', 'Служба')
  return rows.slice(0, size)
}

/** Writes the tree under the root that stands already. Returns the kinds by number. */
export async function fillTree(pool, rows) {
  const paths = new Map()
  for (const [id, parent] of rows) paths.set(id, parent === null ? '/1/' : `${paths.get(parent)}${id}/`)
  const under = rows.slice(1)
  const column = (index) => under.map((row) => row[index])
  await pool.query(
    `INSERT INTO access_organisations (id, parent_id, kind, name, region, path, folded, created_at)
     SELECT id, parent, kind, name, region, path, lower(name), now()
     FROM unnest($1::int[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) AS t (id, parent, kind, name, region, path)`,
    [column(0), column(1), column(2), column(3), column(4), under.map(([id]) => paths.get(id))],
  )
  await pool.query(`SELECT setval(pg_get_serial_sequence('access_organisations', 'id'), $1)`, [rows.length])
}

const ROLE_BY_KIND = {
  region: 'client_centricity_lead',
  coordinating_department: 'monitoring_coordinator',
  mfc: 'evaluation_organiser',
  office: 'interviewer',
  institution: 'authority_analyst',
  regional_body: 'authority_analyst',
  federal_body: 'authority_head',
  ministry: 'ministry_observer',
  analytical_centre: 'methodologist',
}

/** People spread evenly over the tree, every tenth with a second role elsewhere; every one with a sealed address. */
export async function fillPeople(pool, { rows, people, seal }) {
  const places = rows.slice(1)
  const placeOf = (n) => places[(n * 7919) % places.length]
  for (let from = 0; from < people; from += 10_000) {
    const numbers = Array.from({ length: Math.min(10_000, people - from) }, (_, i) => from + i)
    const names = numbers.map((n) => `${((n * 2654435761) % 2 ** 32).toString(36)} человек ${n}`)
    const held = numbers.flatMap((n, at) => {
      const [first, second] = [placeOf(n), placeOf(n * 3 + 1)]
      const twice = n % 10 === 0 && second !== first
      return (twice ? [first, second] : [first]).map(([id, , kind]) => [at + 1, id, ROLE_BY_KIND[kind]])
    })
    await pool.query(
      `WITH made AS (
         INSERT INTO access_users (login, login_key, login_skeleton, name, folded, mail_sealed, created_at)
         SELECT login, login, login, name, lower(name) || ' ' || login, mail, now()
         FROM unnest($1::text[], $2::text[], $3::text[]) AS t (login, name, mail)
         RETURNING id, login
       ), numbered AS (
         SELECT made.id, t.at FROM unnest($1::text[]) WITH ORDINALITY AS t (login, at) JOIN made USING (login)
       )
       INSERT INTO access_memberships (user_id, organisation_id, role, since)
       SELECT numbered.id, h.organisation, h.role, now()
       FROM unnest($4::int[], $5::int[], $6::text[]) AS h (at, organisation, role) JOIN numbered USING (at)`,
      [
        numbers.map((n) => `bench-${n}`),
        names,
        numbers.map((n) => seal(`bench-${n}@example.org`)),
        ...[0, 1, 2].map((index) => held.map((row) => row[index])),
      ],
    )
  }
  await pool.query('VACUUM ANALYZE access_users')
  await pool.query('VACUUM ANALYZE access_memberships')
  await pool.query('VACUUM ANALYZE access_organisations')
}
