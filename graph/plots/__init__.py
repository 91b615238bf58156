"""Pictures for reports: boards, networks and timelines as SVG or PNG; the same answer, the same bytes.

Colours are those of Okabe and Ito, told apart by the colour-blind; marks, lines and letters tell the same in
grey. Names in scripts that the font (DejaVu Sans) lacks are drawn as boxes.
"""

from .board import draw_board
from .network import draw_network
from .style import Form, picture
from .timeline import draw_timeline

__all__ = ["Form", "draw_board", "draw_network", "draw_timeline", "picture"]
