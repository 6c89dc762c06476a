import { dayOf } from '@otklik/model/days'
import { useState } from 'react'

/** The day on which the screen was opened, YYYY-MM-DD. */
export const useToday = (): string => useState(() => dayOf(new Date()))[0]
