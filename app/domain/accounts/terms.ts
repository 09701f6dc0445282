/** How long things are kept before they are cleared away; /privacy says the same to readers. */
export const terms = { unusedAccountMonths: 24, expiredCodeDays: 30, auditYears: 5, unusedMediaDays: 30 } as const
