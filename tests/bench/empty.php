<?php

// A request that pays nothing.
