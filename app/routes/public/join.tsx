import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Trans, useTranslation } from 'react-i18next'
import { FormPage } from '~/components/patterns/FormPage'
import { Button } from '~/components/primitives/Button'
import { Field } from '~/components/primitives/Field'
import { findInvitationByCode } from '~/domain/accounts/invitations.server'
import { joinForm } from '~/domain/accounts/schema'
import { signIn } from '~/domain/accounts/sign-in.server'
import { JoinError, joinWithNewAccount, joinWithOwnAccount } from '~/domain/cohorts/join.server'
import { requireLanguage } from '~/http/context.server'
import { useFormFault } from '~/http/form-fault'
import { PostForm } from '~/http/post-form'
import { formFault, parseForm } from '~/http/forms.server'
import { useFrame } from '~/http/frame'
import { privatePageTitle } from '~/http/page'
import type { Language } from '~/i18n/languages'
import { signedInRedirect } from '~/http/signed-in.server'

export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'join')

export async function loader({ params }: LoaderFunctionArgs) {
  requireLanguage(params)
  const invitation = await findInvitationByCode(params.code ?? '')
  return {
    state: invitation?.state ?? 'unknown',
    role: invitation?.role ?? null,
    cohort: invitation?.cohort?.name ?? null,
    organisation: invitation?.organisation?.name ?? null,
  } as const
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params)
  const invitation = await findInvitationByCode(params.code ?? '')
  const account = context.session?.account
  if (invitation?.state === 'used') return (await pressedTwice({ request, context, language })) ?? null
  if (invitation?.state !== 'open') return null
  if (account) {
    await joinWithOwnAccount(invitation, account).catch(ignoreLateComers)
    return new Response(null, { status: 303, headers: { Location: `/${language}/learn` } })
  }
  const form = await parseForm(request, joinForm)
  if (!form.ok) return formFault(form)
  const { userName, password, email } = form.data
  try {
    const cookie = await joinWithNewAccount(invitation, { userName, password, email, language }, context.device)
    return await signedInRedirect(`/${language}/learn`, cookie, { language })
  } catch (error) {
    if (!(error instanceof JoinError)) throw error
    // The other press may have taken the user name before it took the invitation.
    const isTakenNow = error.code === 'userNameTaken' && (await findInvitationByCode(params.code ?? ''))?.state === 'used'
    if (error.code === 'invitationNotOpen' || isTakenNow) {
      const result = await signIn({ identifier: userName, password, address: context.address, device: context.device })
      if (result.ok) return signedInRedirect(`/${language}/learn`, result.cookie, { language })
    }
    return formFault({ values: form.values, errors: { [error.field ?? 'form']: error.code } })
  }
}

/** Pressed twice: the browser shows the second answer, so that one has to sign in as well, also when the first one has already. */
async function pressedTwice({ request, context, language }: Pick<ActionFunctionArgs, 'request' | 'context'> & { language: Language }) {
  const form = await parseForm(request, joinForm)
  if (!form.ok) return null
  const { userName, password } = form.data
  const result = await signIn({ identifier: userName, password, address: context.address, device: context.device })
  return result.ok ? signedInRedirect(`/${language}/learn`, result.cookie, { language }) : null
}

/** Pressed twice: the first press was the one. */
function ignoreLateComers(error: unknown): void {
  if (!(error instanceof JoinError)) throw error
}

// What people typed is text, also where it looks like a tag.
const asText = { shouldUnescape: true, tOptions: { interpolation: { escapeValue: true } } } as const

export default function Join() {
  const { state, role, cohort, organisation } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const { account } = useFrame()
  const fault = useFormFault()
  if (state !== 'open') return <FormPage title={t(`join.${state}Title`)} errors={[]} intro={t('join.closed')} />
  return (
    <FormPage title={t('join.title')} errors={fault.summary} intro={t('join.intro')}>
      <p className="utrecht-paragraph">
        {cohort ? (
          <Trans
            {...asText}
            t={t}
            i18nKey="join.toCohort"
            values={{ cohort, organisation }}
            components={{ b: <bdi className="lk-strong" /> }}
          />
        ) : (
          <Trans
            {...asText}
            t={t}
            i18nKey={organisation ? 'join.toOrganisation' : 'join.toSite'}
            values={{ organisation, role: t(`roles.${role!}`) }}
            components={{ b: <bdi className="lk-strong" /> }}
          />
        )}
      </p>
      <PostForm>
        {account ? (
          <p className="utrecht-paragraph">
            <Trans
              {...asText}
              t={t}
              i18nKey="join.withOwn"
              values={{ userName: account.userName }}
              components={{ b: <bdi className="lk-strong" /> }}
            />
          </p>
        ) : (
          <>
            <Field
              name="userName"
              label={t('join.userName')}
              description={t('join.userNameHelp')}
              autoComplete="username"
              dir="auto"
              spellCheck={false}
              maxLength={40}
              defaultValue={fault.value('userName')}
              error={fault.error('userName')}
            />
            <Field
              name="password"
              type="password"
              label={t('join.password')}
              description={t('passwordHelp')}
              autoComplete="new-password"
              error={fault.error('password')}
            />
            <Field
              name="email"
              type="email"
              required={false}
              label={t('join.email')}
              description={t('join.emailHelp')}
              autoComplete="email"
              defaultValue={fault.value('email')}
              error={fault.error('email')}
            />
          </>
        )}
        <Button>{t('join.button')}</Button>
      </PostForm>
    </FormPage>
  )
}
