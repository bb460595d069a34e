/** Lets the menu fold away on narrow screens; without a script it stands open. */
export function connectMenu(): void {
  const button = document.querySelector<HTMLElement>('.menu-button');
  const menu = document.getElementById('menu');
  if (!button || !menu) return;

  const show = (isOpen: boolean) => {
    button.setAttribute('aria-expanded', String(isOpen));
    menu.toggleAttribute('data-open', isOpen);
  };
  const isOpen = () => button.getAttribute('aria-expanded') === 'true';

  button.addEventListener('click', () => show(!isOpen()));
  menu.addEventListener('click', ({ target }) => {
    // A link within the page leaves the menu standing in front of what it leads to.
    if (target instanceof Element && target.closest('a')) show(false);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return;
    show(false);
    button.focus();
  });
}
