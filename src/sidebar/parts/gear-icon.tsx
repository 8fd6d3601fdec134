/** The gear of the settings, drawn here because not every system's fonts have one. */

/** A gear that is read out as its label, and says it to whoever points at it. */
export function GearIcon({ label }: { readonly label: string }) {
  return (
    <>
      <span class="visually-hidden">{label}</span>
      <svg class="gear" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
        <title>{label}</title>
        <circle
          cx="10"
          cy="10"
          r="6.4"
          fill="none"
          stroke="currentColor"
          stroke-width="5"
          stroke-dasharray="2.6 2.427"
        />
        <circle cx="10" cy="10" r="4.6" fill="none" stroke="currentColor" stroke-width="2.4" />
      </svg>
    </>
  );
}
