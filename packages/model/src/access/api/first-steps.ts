import { Type } from 'typebox'
import { defineRoute } from '../../api/route.ts'
import { FIRST_STEPS } from '../first-steps.ts'

export const readFirstSteps = defineRoute({
  method: 'GET',
  path: '/api/first-steps',
  tag: 'Люди и организации',
  summary: 'Первые шаги в своей части системы: что уже сделано',
  access: 'people.manage',
  answer: Type.Object({
    steps: Type.Array(Type.Object({ step: Type.Enum([...FIRST_STEPS]), done: Type.Boolean() })),
  }),
})
