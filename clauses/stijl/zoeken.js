// Zoeken in de lijst van de bibliotheek. Zonder dit script staat alles er ook.
const form = document.getElementById('zoeken'), field = document.getElementById('zoek');
const told = document.getElementById('gevonden'), units = [...document.querySelectorAll('article')];
const texts = units.map(u => u.textContent.toLowerCase());
const fold = () => {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  units.forEach((u, n) => { u.hidden = !words.every(w => texts[n].includes(w)); count += u.hidden ? 0 : 1; });
  document.querySelectorAll('.groep, .soort').forEach(g => { g.hidden = !g.querySelector('article:not([hidden])'); });
  told.textContent = words.length ? `${count} van ${units.length} eenheden` : `${units.length} eenheden`;
};
form.hidden = false;
form.addEventListener('submit', e => e.preventDefault());
field.addEventListener('input', fold);
addEventListener('hashchange', () => { const u = document.querySelector(location.hash || 'none'); if (u && u.hidden) { field.value = ''; fold(); u.scrollIntoView(); } });
fold();
