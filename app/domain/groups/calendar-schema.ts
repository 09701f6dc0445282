import { z } from 'zod'

export const calendarChanges = ['make', 'renew', 'withdraw'] as const

/** What somebody does to the address of her calendar. */
export const calendarForm = z.object({ change: z.enum(calendarChanges, 'choiceUnknown') })
export type CalendarChange = z.output<typeof calendarForm>['change']
