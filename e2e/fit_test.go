package e2e

// newestWords is a function of the page: where the last words said in a
// conversation lie, and from where to where their log can be seen; null where
// there are none.
const newestWords = `function newest() {
	const log = document.querySelector('[role=log]');
	const last = log && [...log.querySelectorAll('p')].filter(e => !e.classList.contains('unseen')).pop();
	if (!last || !last.checkVisibility()) return null;
	const r = last.getBoundingClientRect();
	let from = 0, to = innerHeight;
	for (let up = last.parentElement; up; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowY)) {
		const s = up.getBoundingClientRect();
		from = Math.max(from, s.top);
		to = Math.min(to, s.bottom);
	}
	return {left: r.left, right: r.right, top: r.top, bottom: r.bottom, from, to};
}`

// misfits are the faults of how the page fits its window, as far as they can
// be told without looking: wider than the window, something to press that is
// outside it, too small for a finger (WCAG 2.5.8), or under something else to
// press.
func (p *page) misfits() []string {
	p.t.Helper()
	p.still()
	var faults []string
	p.eval(newestWords+`; (() => {
		const faults = [], W = innerWidth, H = innerHeight, canvas = document.body.dataset.mode === 'canvas';
		if (document.documentElement.scrollWidth > W + 1) faults.push('the page is ' + document.documentElement.scrollWidth + ' wide in a window of ' + W);
		const called = e => JSON.stringify((e.getAttribute('aria-label') || e.textContent).trim().slice(0, 60));
		const seen = [...document.querySelectorAll('button, a[href], input, textarea, summary')].filter(e => e.checkVisibility()).map(e => {
			const r = e.getBoundingClientRect();
			let scroller = null;
			for (let up = e.parentElement; up; up = up.parentElement) {
				const o = getComputedStyle(up).overflowY;
				if (o === 'auto' || o === 'scroll') { scroller = up; break }
			}
			return {e, r, scroller};
		}).filter(s => s.r.width > 0 && s.r.height > 0);
		for (const {e, r, scroller} of seen) {
			if (r.left < -1 || r.right > W + 1) faults.push(called(e) + ' reaches from ' + Math.round(r.left) + ' to ' + Math.round(r.right) + ' in a window ' + W + ' wide');
			if (canvas && !scroller && (r.top < -1 || r.bottom > H + 1)) faults.push(called(e) + ' reaches from ' + Math.round(r.top) + ' to ' + Math.round(r.bottom) + ' in a window ' + H + ' high');
			if (r.width < 24 || r.height < 24) faults.push(called(e) + ' is only ' + Math.round(r.width) + ' by ' + Math.round(r.height));
		}
		for (let i = 0; i < seen.length; i++) for (let k = i + 1; k < seen.length; k++) {
			const a = seen[i], b = seen[k];
			if (a.scroller !== b.scroller || a.e.contains(b.e) || b.e.contains(a.e)) continue;
			const w = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left), h = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
			if (w > 2 && h > 2) faults.push(called(a.e) + ' and ' + called(b.e) + ' lie over one another');
		}
		const b = canvas && newest();
		if (b && (b.bottom > b.to + 2 || b.bottom < b.from + 8)) faults.push('the newest words lie from ' + Math.round(b.top) + ' to ' + Math.round(b.bottom) + ', in sight is ' + Math.round(b.from) + ' to ' + Math.round(b.to));
		return faults;
	})()`, &faults)
	return faults
}
