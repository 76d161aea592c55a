import { BarChart, BoxplotChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as equip } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

equip([BarChart, BoxplotChart, LineChart, PieChart, ScatterChart]);
equip([GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/** The parts of ECharts that the pages use. */
export const drawing = { init };
