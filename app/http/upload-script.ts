// A module of its own, as a "worker" (see root.tsx): only the page to upload a file loads it.
import address from '~/enhance/upload-main.ts?worker&url'

/** Address of the script for uploads. */
export const uploadScript = address
