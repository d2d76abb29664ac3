package e2e

// misfits are the faults of how the page fits its window, as far as they can
// be told without looking: wider than the window, something to press that is
// outside it, too small for a finger (WCAG 2.5.8), or under something else to
// press.
func (p *page) misfits() []string {
	p.t.Helper()
	var faults []string
	p.eval(`(() => {
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
		// The newest words of a conversation are in sight, whatever their log was scrolled to before.
		const log = document.querySelector('[role=log]'), last = log && [...log.querySelectorAll('p')].filter(e => !e.classList.contains('unseen')).pop();
		if (canvas && last && last.checkVisibility()) {
			const r = last.getBoundingClientRect();
			let top = 0, bottom = H;
			for (let up = last.parentElement; up; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowY)) {
				const s = up.getBoundingClientRect();
				top = Math.max(top, s.top);
				bottom = Math.min(bottom, s.bottom);
			}
			if (r.bottom > bottom + 2 || r.bottom < top + 8) faults.push('the newest words lie from ' + Math.round(r.top) + ' to ' + Math.round(r.bottom) + ', in sight is ' + Math.round(top) + ' to ' + Math.round(bottom));
		}
		return faults;
	})()`, &faults)
	return faults
}
