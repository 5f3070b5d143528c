package io.chasqui.web.ui.status;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/** How many minutes the chart shows; kept as long as the page is open. */
@Named
@ViewScoped
public class ChartSpan implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHORT = 15;
  private static final int LONG = 60;

  private int minutes = SHORT;

  public int getMinutes() {
    return minutes;
  }

  /** Of the address; anything else than 60 means 15. */
  public void setMinutes(int minutes) {
    this.minutes = minutes == LONG ? LONG : SHORT;
  }
}
