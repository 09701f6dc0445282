import { testEnvironment, useEnvironment } from './environment'

// A unit test has no database; one that opens it after all finds nothing.
useEnvironment(testEnvironment({ DATABASE_URL: 'file:/nonexistent/leerkring-unit.db', STORAGE_DIR: '/nonexistent/leerkring-storage' }))
