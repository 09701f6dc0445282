/** What a lesson or item is about, for filters; neutral words, since they stand in addresses. */
export const subjects = [
  'upbringing',
  'conversation',
  'family',
  'relationships',
  'travelling',
  'good-name',
  'money',
  'help',
  'working-method',
] as const
export type Subject = (typeof subjects)[number]
