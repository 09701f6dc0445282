/**
 * The settings under which tests run, whatever the machine has set: nothing of a developer's own database, mail server or
 * secret may be touched.
 * @param given settings of this test, such as DATABASE_URL and MAIL_FOLDER
 */
export function testEnvironment(given: Record<string, string>): Record<string, string | undefined> {
  return {
    LEERKRING_MODE: 'demo',
    SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    APP_URL: 'http://localhost',
    HOST: '127.0.0.1',
    PORT: '0',
    EXIT_URL: '/icon.svg',
    LOG_LEVEL: 'silent',
    // Tests come as if from different addresses, so that one does not use up the tries of another.
    TRUST_PROXY: '1',
    MAIL_FROM: 'Leerkring <no-reply@leerkring.example>',
    SMTP_URL: undefined,
    METRICS_TOKEN: undefined,
    STORAGE_URL: undefined,
    SCAN_COMMAND: undefined,
    SCAN_URL: undefined,
    UPLOAD_AUDIO_MB: undefined,
    UPLOAD_FILM_MB: undefined,
    UPLOAD_CAPTIONS_MB: undefined,
    UPLOAD_DOCUMENT_MB: undefined,
    UPLOAD_WAITING_MB: undefined,
    ...given,
  }
}

/** Puts settings into the environment of this process; what is undefined is taken out. */
export function useEnvironment(settings: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = value
  }
}
