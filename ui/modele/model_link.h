#pragma once

class QPushButton;

namespace ui {

class Screen;

/// Button that leads from a screen to the page of the model.
QPushButton* modelLink(Screen* from);

} // namespace ui
