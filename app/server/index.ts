// The entry of the server build; app/commands start it.
export { closeDatabase } from '~/platform/db/client.server'
export { createApp } from './app'
export { inviteAdministrator } from './invite-administrator'
export { pullUploads } from './pull-translations'
export { prepare, serve } from './serve'
export { writeReport } from './write-report'
