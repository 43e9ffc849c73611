"""A plot of curves on two logarithmic scales, as SVG."""

import math

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 400, 70, 110, 40, 50
COLOURS = ["#0b5cad", "#b3470e", "#2f7d32", "#7b3fa0", "#5c5c5c", "#a3195b"]


def short(value):
    """1, 20 k, 1.17 M."""
    for unit, sign in ((1e6, " M"), (1e3, " k")):
        if value >= unit:
            return f"{value / unit:.3g}{sign}"
    return f"{value:.3g}"


def powers(low, high):
    """The powers of ten around a range."""
    low, high = math.floor(math.log10(low)), math.ceil(math.log10(high))
    return [10.0 ** power for power in range(low, max(high, low + 1) + 1)]


def svg(curves, title):
    """Draws microseconds (up) against units (right); a curve is [(units, microseconds)]."""
    points = [point for curve in curves.values() for point in curve]
    across = powers(min(x for x, _ in points), max(x for x, _ in points))
    up = powers(max(0.1, min(y for _, y in points)), max(y for _, y in points))

    def place(value, ticks, start, length):
        low, high = math.log10(ticks[0]), math.log10(ticks[-1])
        return start + length * (math.log10(max(value, ticks[0])) - low) / (high - low)

    def x(value):
        return place(value, across, LEFT, WIDTH - LEFT - RIGHT)

    def y(value):
        return place(value, up, HEIGHT - BOTTOM, TOP + BOTTOM - HEIGHT)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12" role="img">',
        f"<title>{title}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" font-size="15">{title}</text>']
    for tick in across:
        parts.append(f'<path d="M{x(tick):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        parts.append(f'<text x="{x(tick):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">'
                     f"{short(tick)}</text>")
    for tick in up:
        parts.append(f'<path d="M{LEFT} {y(tick):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">'
                     f"{short(tick)} µs</text>")
    parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" '
                 'text-anchor="middle">units in the memory</text>')
    ends = []
    for number, (name, curve) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        line = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in curve)
        parts.append(f'<path d="M{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="3.5" fill="{colour}"/>'
                  for a, b in curve]
        # A name stands at its curve's end, moved where it would lie on another.
        height = y(curve[-1][1]) + 4
        while any(abs(height - other) < 14 for other in ends):
            height += 4
        ends.append(height)
        parts.append(f'<text x="{x(curve[-1][0]) + 9:.1f}" y="{height:.1f}" fill="{colour}">'
                     f"{name}</text>")
    return "\n".join(parts) + "\n</svg>\n"
