import { ALL_RIGHTS, rightsOf } from '@otklik/model/access'
import { describe, expect, test } from 'vitest'
import { grantableRoles } from './grantable.ts'

const everyRight = { rights: ALL_RIGHTS, everything: true }
const inPart = { rights: ALL_RIGHTS, everything: false }
const above = [{ id: 1 }]

describe('roles that one may give', () => {
  test('only those that can be held in an organisation of the kind', () => {
    expect(grantableRoles({ kind: 'office', above }, everyRight)).toEqual([
      'administrator',
      'data_supplier',
      'interviewer',
      'phone_operator',
      'paper_clerk',
    ])
  })
  test('those that see the whole system are given only by who sees it', () => {
    expect(grantableRoles({ kind: 'analytical_centre', above }, everyRight)).toContain('methodologist')
    expect(grantableRoles({ kind: 'analytical_centre', above }, inPart)).toEqual(['administrator'])
  })
  test('a role of the territory reaches above, which the top of the own part must not', () => {
    const department = { kind: 'coordinating_department' } as const
    expect(grantableRoles({ ...department, above }, inPart)).toContain('monitoring_coordinator')
    expect(grantableRoles({ ...department, above: [] }, inPart)).not.toContain('monitoring_coordinator')
  })
  test('nobody gives a right that they do not have', () => {
    const giver = { rights: [...rightsOf('authority_analyst'), 'people.manage'], everything: false }
    expect(grantableRoles({ kind: 'regional_body', above }, giver)).toEqual([
      'authority_analyst',
      // Work with appeals is given by whoever looks after people, without having it.
      'appeals_officer',
      'executor',
      'interviewer',
      'phone_operator',
      'paper_clerk',
    ])
  })
})
