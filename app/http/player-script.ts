// A module of its own, as a "worker" (see root.tsx): only pages with a recording load it.
import address from '~/enhance/player-main.ts?worker&url'

/** Address of the script for recordings. */
export const playerScript = address
