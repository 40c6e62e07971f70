// SPDX-License-Identifier: Apache-2.0
#include "app/guiapplication.h"

int main(int argc, char **argv) { return dateline::runDateline(argc, argv); }
