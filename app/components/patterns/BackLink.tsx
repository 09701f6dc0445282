import { Arrow } from '../primitives/Arrow'

/** The way back to the list or page that this one belongs to, above its title. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="lk-back">
      <a className="utrecht-link utrecht-link--html-a" href={href}>
        <Arrow back /> {children}
      </a>
    </p>
  )
}
