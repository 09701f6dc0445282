import { leave } from '~/http/leave.server'

// A plain link leads here, so that it works without scripting. Other sites can bring somebody here as well; all it does
// is sign her out.
export const loader = leave
export const action = leave
